export type NotificationId = `ntf_${string}`;
