import { actorAs } from "../../api/context.ts";
import type { Resolvers } from "../../api/generated/types.ts";
import type { NodeLoaders } from "../../api/node.ts";
import { connection, paging } from "../../api/relay.ts";
import { findNamedPartner, findNames } from "./find-names.ts";
import type { NotificationId } from "./ids.ts";
import { markAllNotificationsRead } from "./mark-all-notifications-read.ts";
import { markNotificationsRead } from "./mark-notifications-read.ts";
import { aboutOf, amountOf } from "./notification.ts";
import { countUnread, findNotification, readNotifications } from "./read-notifications.ts";
import { textOf } from "./text-of.ts";

export const notificationNodes: NodeLoaders = {
  ntf: async (id, { actor, database }) => {
    const found = await findNotification(id, actor, { database });
    return found && { __typename: "Notification", ...found };
  },
};

export const notificationResolvers: Resolvers = {
  Mutation: {
    markNotificationsRead: async (_, { ids }, context) => {
      const result = await markNotificationsRead(ids, actorAs(context, "CITIZEN"), context.database);
      if (result.ok) return { __typename: "MarkedNotifications", notifications: result.value };
      const { error } = result;
      return error.code === "NOT_FOUND"
        ? { __typename: "NotFound", ...error }
        : { __typename: "InvalidInput", ...error };
    },
    markAllNotificationsRead: async (_, { upTo }, context) => {
      const result = await markAllNotificationsRead(upTo, actorAs(context, "CITIZEN"), context.database);
      return result.ok
        ? { __typename: "AllNotificationsMarked", ...result.value }
        : { __typename: "NotFound", ...result.error };
    },
  },
  Citizen: {
    unreadNotifications: (citizen, _, { database }) => countUnread(citizen, { database }),
    notifications: async ({ citizenId, mode }, { unreadOnly, ...args }, { database, secrets }) => {
      const list = `notifications ${mode} ${citizenId} ${unreadOnly ? "unread" : "all"}`;
      const page = paging<NotificationId>(args, list, secrets);
      const wanted = { unreadOnly, ...page };
      const { entries, more } = await readNotifications({ citizenId, mode }, wanted, { database });
      return connection(entries, more, { list, ...page }, secrets);
    },
  },
  Notification: {
    text: async (notification, _, context) => {
      const { language, parts } = context;
      const { mode } = actorAs(context, "CITIZEN");
      const [partner, names] = await Promise.all([
        findNamedPartner(context, notification),
        findNames(context, notification, { language, mode }),
      ]);
      return textOf(notification, parts.eventTexts, language, { partner: partner?.name ?? "", ...names });
    },
    about: aboutOf,
    partner: async (notification, _, context) => (await findNamedPartner(context, notification)) ?? null,
    amount: (notification) => amountOf(notification) ?? null,
  },
};
