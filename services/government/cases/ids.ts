export type ApplicationId = `app_${string}`;
export type NoteId = `note_${string}`;
export type AttendanceId = `att_${string}`;
export type MaterialFileId = `mat_${string}`;
