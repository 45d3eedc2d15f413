// Made from the description of the control calls; not to be edited. To make it anew:
// npx vitest run sandbox/test/control-api.test.ts --update
import type {
  APIGuildMember,
  APIGuildScheduledEvent,
  APIMessage,
  APIRole,
  APISubscription,
  APIUser,
  APIVoiceState,
  APIWebhook,
} from 'discord-api-types/v10';

export interface paths {
    "/guilds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists all servers. */
        get: operations["listGuilds"];
        put?: never;
        /** Makes a server with the bot in it. */
        post: operations["makeGuild"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/guilds/{guild_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Reads a server whole. */
        get: operations["readGuild"];
        put?: never;
        post?: never;
        /** Removes the bot from a server, which ends. */
        delete: operations["removeBot"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/guilds/{guild_id}/outage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Lets Discord lose a server for a while. */
        put: operations["beginOutage"];
        post?: never;
        /** Brings a lost server back. */
        delete: operations["endOutage"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/guilds/{guild_id}/members/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Lets somebody join, or changes what is named of a member. */
        put: operations["putMember"];
        post?: never;
        /** Lets a member leave. */
        delete: operations["removeMember"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/guilds/{guild_id}/voice-states/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Lets a member enter a voice channel, or move to it. */
        put: operations["enterVoice"];
        post?: never;
        /** Lets a member leave their voice channel. */
        delete: operations["leaveVoice"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Changes what others see of a person. */
        patch: operations["changeUser"];
        trace?: never;
    };
    "/users/{user_id}/dms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the direct messages of a person and the bot. */
        get: operations["listDirectMessages"];
        put?: never;
        /** Lets somebody open their direct messages with the bot. */
        post: operations["openDirectMessages"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{user_id}/ephemerals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the answers that only this person sees. */
        get: operations["listEphemerals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/guilds/{guild_id}/scheduled-events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lets somebody make a scheduled event, as far as they may. */
        post: operations["makeScheduledEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/scheduled-events/{event_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Lets somebody start, end or cancel a scheduled event, as far as they may. */
        patch: operations["changeScheduledEvent"];
        trace?: never;
    };
    "/scheduled-events/{event_id}/users/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Lets a member be interested in a scheduled event. */
        put: operations["showInterest"];
        post?: never;
        /** Takes a member’s interest in a scheduled event back. */
        delete: operations["withdrawInterest"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/oauth2/authorize": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lets somebody allow the application to act for them, without a browser. */
        post: operations["authorize"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lets somebody write or answer, as far as they may; with files as a form with payload_json. */
        post: operations["writeMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/messages/{message_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Lets somebody delete a message, as far as they may. */
        delete: operations["deleteMessage"];
        options?: never;
        head?: never;
        /** Lets somebody edit their own message. */
        patch: operations["editMessage"];
        trace?: never;
    };
    "/messages/{message_id}/reactions/{emoji}/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Lets somebody react with an emoji, or name:id of a server’s own. */
        put: operations["addReaction"];
        post?: never;
        /** Takes somebody’s reaction back. */
        delete: operations["removeReaction"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/messages/{message_id}/pin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Lets somebody pin a message, as far as they may. */
        put: operations["pinMessage"];
        post?: never;
        /** Lets somebody unpin a message, as far as they may. */
        delete: operations["unpinMessage"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/interactions/component": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lets somebody click a button or choose from a select. */
        post: operations["useComponent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/interactions/command": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lets somebody use a command. */
        post: operations["useCommand"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/interactions/autocomplete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lets somebody type an option of a command, for which the bot offers choices. */
        post: operations["autocomplete"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/interactions/modal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lets somebody send a modal that the bot has opened. */
        post: operations["submitModal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/interactions/probe": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sends a wrong signature to the interactions endpoint, as Discord does now and then. */
        post: operations["probeEndpoint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/interactions/{interaction_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Reads an interaction as it is now, with later edits and follow-ups. */
        get: operations["readInteraction"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/faults": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the faults that still wait. */
        get: operations["listFaults"];
        put?: never;
        /** Lets the next matching REST calls fail. */
        post: operations["addFaults"];
        /** Forgets all faults. */
        delete: operations["clearFaults"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/faults/{fault_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Takes one fault away, and lists the others. */
        delete: operations["removeFault"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/gateway": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Counts the connected clients. */
        get: operations["readGateway"];
        put?: never;
        /** Lets the gateway close connections, ask to reconnect, invalidate sessions or fall silent. */
        post: operations["disturbGateway"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Reads the clock. */
        get: operations["readClock"];
        put?: never;
        /** Moves the clock ahead; what is due on the way happens. */
        post: operations["moveClock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the REST calls of bots, oldest first. */
        get: operations["listRequests"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Empties everything; the application and its global commands stay. */
        post: operations["reset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/channels/{channel_id}/threads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lets somebody start a thread, or a post in a forum, as far as they may. */
        post: operations["startThread"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/channels/{channel_id}/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lets somebody make a webhook of their own, as far as they may. */
        post: operations["makeWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/threads/{channel_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Lets somebody rename, close, lock, tag or pin a thread or post, as far as they may. */
        patch: operations["changeThread"];
        trace?: never;
    };
    "/threads/{channel_id}/members/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Lets somebody come into a thread that they see. */
        put: operations["joinThread"];
        post?: never;
        /** Lets somebody leave a thread. */
        delete: operations["leaveThread"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/uploads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lets somebody choose a file; its id stands in an option of a command or a field of a modal. */
        post: operations["uploadFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/invites/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lets somebody come in by an invitation. */
        post: operations["acceptInvite"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/guilds/{guild_id}/requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lets somebody ask to be let in. */
        post: operations["askToJoin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/guilds/{guild_id}/boosts/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Lets a member boost the server. */
        put: operations["addBoost"];
        post?: never;
        /** Takes a member’s boost back. */
        delete: operations["removeBoost"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/guilds/{guild_id}/vanity-url": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Gives the server an address of its own. */
        put: operations["setVanityUrl"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/skus": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lets the application sell something. */
        post: operations["makeSku"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{user_id}/subscriptions/{sku_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Lets somebody subscribe to something that the application sells, for themselves or for a server. */
        put: operations["subscribe"];
        post?: never;
        /** Lets somebody cancel a subscription, which ends with its period of 30 days. */
        delete: operations["cancelSubscription"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/activities/{instance}/users/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Lets somebody into a running activity of the application. */
        put: operations["joinActivity"];
        post?: never;
        /** Lets somebody leave an activity, which ends when nobody is left. */
        delete: operations["leaveActivity"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/messages/{message_id}/poll/{answer_id}/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Lets somebody vote in a poll. */
        put: operations["addVote"];
        post?: never;
        /** Takes somebody’s vote back. */
        delete: operations["removeVote"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fixtures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the names of all fixtures. */
        get: operations["listFixtures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fixtures/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Reads a fixture. */
        get: operations["readFixture"];
        /** Keeps a server under a name, or a fixture that was read elsewhere. */
        put: operations["saveFixture"];
        post?: never;
        /** Forgets a fixture. */
        delete: operations["deleteFixture"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fixtures/{name}/load": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Puts a server back as it was kept, with all its ids. */
        post: operations["loadFixture"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Clock: {
            /**
             * Format: date-time
             * @description What time it is.
             */
            now: string;
            /** @description How far it is ahead of the real time. */
            ahead_ms: number;
        };
        Fault: {
            /** @description Its number, which the sandbox gives it. */
            readonly id?: number;
            /** @description The HTTP method it concerns; all when absent. */
            method?: string;
            /** @description The Discord path it concerns, or a pattern; all when absent. */
            path?: string;
            /** @description Answers with this status and does nothing. */
            status?: number;
            /** @description Discord’s error code of that answer. */
            code?: number;
            /** @description Seconds to wait, for status 429. */
            retry_after?: number;
            /** @description Delays the work. */
            latency_ms?: number;
            /**
             * @description Cuts the connection before or after the work.
             * @enum {unknown}
             */
            drop?: "before" | "after";
            /** @description How many requests it hits; 1 when absent. */
            times?: number;
            /** @description The chance from 0 to 1 that a request is hit. */
            probability?: number;
        };
        GuildSummary: {
            /** @description Its id. */
            id: string;
            /** @description Its name. */
            name: string;
            /** @description Its owner. */
            owner_id: string;
        };
        Guild: {
            /** @description Its id. */
            id: string;
            /** @description Its name. */
            name: string;
            /** @description Its owner. */
            owner_id: string;
            /** @description Its language. */
            preferred_locale: string;
            scheduled_events: components["schemas"]["APIGuildScheduledEvent"][];
            channels: (components["schemas"]["Channel"] & {
                messages: components["schemas"]["APIMessage"][];
            })[];
            roles: components["schemas"]["APIRole"][];
            members: components["schemas"]["APIGuildMember"][];
        };
        Channel: {
            /** @description Its id. */
            id: string;
            /** @description Its type. */
            type: number;
            /** @description Its name. */
            name: string;
        } & {
            [key: string]: unknown;
        };
        User: components["schemas"]["APIUser"] & {
            /** @description Their language. */
            locale: string;
            /** @description Whether they take direct messages. */
            dms_open: boolean;
            /** @description Whether they are there. */
            status: string;
        };
        Outcome: {
            /** @description Its id. */
            interaction_id: string;
            /** @description Milliseconds until the bot answered. */
            ack_ms: number | null;
            /** @description The type of the first answer. */
            type: number | null;
            /** @description Its data, as the bot sent them. */
            data: unknown;
            message: components["schemas"]["APIMessage"] | null;
            follow_ups: components["schemas"]["APIMessage"][];
            /** @description Why Discord would say that it failed. */
            failed: string | null;
        };
        RequestEntry: {
            /** @description Counts up from 1. */
            seq: number;
            /**
             * Format: date-time
             * @description When it came.
             */
            at: string;
            /** @description The HTTP method. */
            method: string;
            /** @description The path as it came. */
            path: string;
            /** @description The query as it came. */
            query: string;
            /** @description The path as Discord documents it. */
            route: string | null;
            /** @description The status of the answer; 0 when the connection was cut. */
            status: number;
            /** @description How long it took. */
            ms: number;
            /** @description Who asked. */
            user_agent: string | null;
            /** @description What was sent, long texts cut; kept of the latest 500. */
            body: unknown;
            /** @description Why it was refused. */
            error: {
                /** @description Discord’s error code. */
                code: number;
                /** @description In words. */
                message: string;
            } | null;
            /** @description What the answer said of its bucket. */
            rate_limit: {
                /** @description Its name. */
                bucket: string;
                /** @description Requests that it has. */
                limit: number;
                /** @description Requests that are left. */
                remaining: number;
                /** @description Seconds until it is full again. */
                reset_after: number;
            } | null;
            faults: string[];
            answer_faults: string[];
        };
        Refusal: {
            /** @description What is wrong. */
            message: string;
            /** @description Discord’s error code. */
            code: number;
            /** @description What is wrong where. */
            errors?: {
                [key: string]: unknown;
            };
        };
        JoinRequest: {
            /** @description Its id. */
            id: string;
            /** @description The server. */
            guild_id: string;
            /** @description Who asks. */
            user_id: string;
            /** @description What became of it. */
            application_status?: string;
        } & {
            [key: string]: unknown;
        };
        FixtureSummary: {
            /** @description Its name. */
            name: string;
            /** @description The server. */
            guild_id: string;
            /**
             * Format: date-time
             * @description When it was kept.
             */
            saved_at: string;
        };
        Fixture: {
            /**
             * @description 1.
             * @enum {integer}
             */
            version: 1;
            /** @description The server. */
            guild_id: string;
            /** @description The application whose bot is in it. */
            application_id: string;
            /**
             * Format: date-time
             * @description When it was kept.
             */
            saved_at: string;
            /** @description Lists of records by collection. */
            records: {
                [key: string]: unknown;
            };
            /** @description Contents of files, in base64. */
            files: {
                [key: string]: unknown;
            };
        };
        /** @description As Discord documents it; APIGuildMember of discord-api-types. */
        APIGuildMember: APIGuildMember;
        /** @description As Discord documents it; APIGuildScheduledEvent of discord-api-types. */
        APIGuildScheduledEvent: APIGuildScheduledEvent;
        /** @description As Discord documents it; APIMessage of discord-api-types. */
        APIMessage: APIMessage;
        /** @description As Discord documents it; APIRole of discord-api-types. */
        APIRole: APIRole;
        /** @description As Discord documents it; APIUser of discord-api-types. */
        APIUser: APIUser;
        /** @description As Discord documents it; APISubscription of discord-api-types. */
        APISubscription: APISubscription;
        /** @description As Discord documents it; APIVoiceState of discord-api-types. */
        APIVoiceState: APIVoiceState;
        /** @description As Discord documents it; APIWebhook of discord-api-types. */
        APIWebhook: APIWebhook;
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listGuilds: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; every connected bot has been told. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GuildSummary"][];
                };
            };
            /** @description Refused, in the form of Discord’s errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    makeGuild: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Its id; a new one unless told. */
                    id?: string;
                    /** @description Its name. */
                    name: string;
                    /** @description Its owner; the first member unless told. */
                    owner_id?: string;
                    /** @description Its language. */
                    preferred_locale?: string;
                    members?: {
                        /** @description A person of this id; without it, a new one. */
                        id?: string;
                        /** @description Required of a new person. */
                        username?: string;
                        /** @description The name that others see. */
                        global_name?: string;
                        /** @description The language of their Discord, one of Discord's locales. */
                        locale?: string;
                        /** @description Whether they take direct messages; true unless told. */
                        dms_open?: boolean;
                        roles?: string[];
                    }[];
                    roles?: {
                        /** @description Its id; a new one unless told. */
                        id?: string;
                        /** @description Its name. */
                        name: string;
                        /** @description Its place from below; a role above the bot’s (50) cannot be managed by the bot. */
                        position?: number;
                        /** @description Permission bits. */
                        permissions?: string;
                        /** @description Its colour. */
                        color?: number;
                        /** @description Whether everybody may mention it. */
                        mentionable?: boolean;
                    }[];
                    channels?: {
                        /** @description Its id; a new one unless told. */
                        id?: string;
                        /** @description Its name. */
                        name: string;
                        /** @description A channel type of Discord; 0, text, unless told. */
                        type?: number;
                        /** @description Its topic. */
                        topic?: string;
                        /** @description Its place. */
                        position?: number;
                        /** @description Its category. */
                        parent_id?: string;
                        permission_overwrites?: {
                            /** @description A role or member. */
                            id: string;
                            /**
                             * @description 0: a role, 1: a member.
                             * @enum {integer}
                             */
                            type: 0 | 1;
                            /** @description Bits that are allowed. */
                            allow?: string;
                            /** @description Bits that are denied. */
                            deny?: string;
                        }[];
                    }[];
                    /** @description What the bot may do; all that a community bot needs unless told. */
                    bot_permissions?: string;
                    /** @description The place of the bot’s own role; 50 unless told. */
                    bot_role_position?: number;
                };
            };
        };
        responses: {
            /** @description Done; every connected bot has been told. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Guild"];
                };
            };
            /** @description Refused, in the form of Discord’s errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    readGuild: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                guild_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; every connected bot has been told. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Guild"];
                };
            };
            /** @description Refused, in the form of Discord’s errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    removeBot: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                guild_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; every connected bot has been told. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Refused, in the form of Discord’s errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    beginOutage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                guild_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; every connected bot has been told. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Refused, in the form of Discord’s errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    endOutage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                guild_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; every connected bot has been told. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Refused, in the form of Discord’s errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    putMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                guild_id: string;
                user_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Required of a new person. */
                    username?: string;
                    /** @description The name that others see. */
                    global_name?: string;
                    /** @description The language of their Discord. */
                    locale?: string;
                    /** @description Whether they take direct messages. */
                    dms_open?: boolean;
                    roles?: string[];
                    /** @description Their name in this server; empty for none. */
                    nick?: string;
                };
            };
        };
        responses: {
            /** @description Done; every connected bot has been told. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["APIGuildMember"];
                };
            };
            /** @description Refused, in the form of Discord’s errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    removeMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                guild_id: string;
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; every connected bot has been told. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Refused, in the form of Discord’s errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    enterVoice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                guild_id: string;
                user_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The voice channel. */
                    channel_id: string;
                    /** @description Whether their microphone is off. */
                    self_mute?: boolean;
                    /** @description Whether they hear nothing. */
                    self_deaf?: boolean;
                    /** @description Whether their camera is on. */
                    self_video?: boolean;
                };
            };
        };
        responses: {
            /** @description Done; every connected bot has been told. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["APIVoiceState"];
                };
            };
            /** @description Refused, in the form of Discord’s errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    leaveVoice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                guild_id: string;
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; every connected bot has been told. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Refused, in the form of Discord’s errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    changeUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Whether they take direct messages. */
                    dms_open?: boolean;
                    /** @description The language of their Discord. */
                    locale?: string;
                    /** @description Their name. */
                    username?: string;
                    /** @description The name that others see. */
                    global_name?: string;
                    /** @description Their picture, as a data URI. */
                    avatar?: string;
                    /**
                     * @description Whether they are there.
                     * @enum {unknown}
                     */
                    status?: "online" | "idle" | "dnd" | "offline";
                };
            };
        };
        responses: {
            /** @description Done; every connected bot has been told. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            /** @description Refused, in the form of Discord’s errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    listDirectMessages: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; every connected bot has been told. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["APIMessage"][];
                };
            };
            /** @description Refused, in the form of Discord’s errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    openDirectMessages: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; every connected bot has been told. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The channel. */
                        id: string;
                        /** @description 1. */
                        type: number;
                    };
                };
            };
            /** @description Refused, in the form of Discord’s errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    listEphemerals: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; every connected bot has been told. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["APIMessage"][];
                };
            };
            /** @description Refused, in the form of Discord’s errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    makeScheduledEvent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                guild_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Who does it. */
                    user_id: string;
                    /** @description Its name. */
                    name: string;
                    /** @description What it is about. */
                    description?: string;
                    /**
                     * @description 2: its server only.
                     * @enum {integer}
                     */
                    privacy_level: 2;
                    /**
                     * @description 1: a stage, 2: a voice channel, 3: elsewhere.
                     * @enum {integer}
                     */
                    entity_type: 1 | 2 | 3;
                    /** @description Its channel, of types 1 and 2. */
                    channel_id?: string;
                    entity_metadata?: {
                        /** @description Where it is, of type 3. */
                        location?: string;
                    };
                    /**
                     * Format: date-time
                     * @description When it starts.
                     */
                    scheduled_start_time: string;
                    /**
                     * Format: date-time
                     * @description When it ends; required of type 3.
                     */
                    scheduled_end_time?: string;
                    /** @description Its picture, as a data URI. */
                    image?: string;
                    /** @description How it recurs, as Discord documents it. */
                    recurrence_rule?: {
                        [key: string]: unknown;
                    };
                };
            };
        };
        responses: {
            /** @description Done; every connected bot has been told. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["APIGuildScheduledEvent"];
                };
            };
            /** @description Refused, in the form of Discord’s errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    changeScheduledEvent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                event_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Who does it. */
                    user_id: string;
                    /**
                     * @description 2: it runs, 3: it is over, 4: cancelled.
                     * @enum {integer}
                     */
                    status: 2 | 3 | 4;
                };
            };
        };
        responses: {
            /** @description Done; every connected bot has been told. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["APIGuildScheduledEvent"];
                };
            };
            /** @description Refused, in the form of Discord’s errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    showInterest: {
        parameters: {
            query?: {
                exception_id?: string;
            };
            header?: never;
            path: {
                event_id: string;
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; every connected bot has been told. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Refused, in the form of Discord’s errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    withdrawInterest: {
        parameters: {
            query?: {
                exception_id?: string;
            };
            header?: never;
            path: {
                event_id: string;
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; every connected bot has been told. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Refused, in the form of Discord’s errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    authorize: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Who does it. */
                    user_id: string;
                    /** @description Where they are sent back to. */
                    redirect_uri: string;
                    /** @description Scopes, with spaces between them. */
                    scope: string;
                    /** @description Comes back with them. */
                    state?: string;
                    /** @description For PKCE. */
                    code_challenge?: string;
                    /**
                     * @description How the challenge was made.
                     * @enum {unknown}
                     */
                    code_challenge_method?: "S256" | "plain";
                };
            };
        };
        responses: {
            /** @description Done; every connected bot has been told. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description To be exchanged for a token. */
                        code: string;
                        /** @description Where the browser would be sent. */
                        location: string;
                    };
                };
            };
            /** @description Refused, in the form of Discord’s errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    writeMessage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Where. */
                    channel_id: string;
                    /** @description Who does it. */
                    user_id: string;
                    /** @description What. */
                    content?: string;
                    message_reference?: {
                        /**
                         * @description 0: an answer, 1: a forward.
                         * @enum {unknown}
                         */
                        type?: 0 | 1;
                        /** @description The message that is answered or passed on. */
                        message_id?: string;
                        /** @description Where it stands; needed for a forward. */
                        channel_id?: string;
                    };
                    sticker_ids?: string[];
                };
            };
        };
        responses: {
            /** @description Done; every connected bot has been told. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["APIMessage"];
                };
            };
            /** @description Refused, in the form of Discord’s errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    deleteMessage: {
        parameters: {
            query: {
                user_id: string;
            };
            header?: never;
            path: {
                message_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; every connected bot has been told. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Refused, in the form of Discord’s errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    editMessage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                message_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Who does it. */
                    user_id: string;
                    /** @description The new text. */
                    content?: string;
                };
            };
        };
        responses: {
            /** @description Done; every connected bot has been told. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["APIMessage"];
                };
            };
            /** @description Refused, in the form of Discord’s errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    addReaction: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                message_id: string;
                emoji: string;
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; every connected bot has been told. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Refused, in the form of Discord’s errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    removeReaction: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                message_id: string;
                emoji: string;
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; every connected bot has been told. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Refused, in the form of Discord’s errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    pinMessage: {
        parameters: {
            query: {
                user_id: string;
            };
            header?: never;
            path: {
                message_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; every connected bot has been told. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Refused, in the form of Discord’s errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    unpinMessage: {
        parameters: {
            query: {
                user_id: string;
            };
            header?: never;
            path: {
                message_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; every connected bot has been told. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Refused, in the form of Discord’s errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    useComponent: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The message with the component. */
                    message_id: string;
                    /** @description Who does it. */
                    user_id: string;
                    /** @description The component. */
                    custom_id: string;
                    values?: string[];
                    /**
                     * @description How the bot gets it: as Discord would send it unless told.
                     * @enum {unknown}
                     */
                    transport?: "gateway" | "http";
                    /** @description How long to wait, after a deferred answer, for what it announced; 1,000 unless told. */
                    wait_ms?: number;
                };
            };
        };
        responses: {
            /** @description Done; every connected bot has been told. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Outcome"];
                };
            };
            /** @description Refused, in the form of Discord’s errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    useCommand: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The server; that of the channel unless told. */
                    guild_id?: string;
                    /** @description Where it is used. */
                    channel_id: string;
                    /** @description Who does it. */
                    user_id: string;
                    /** @description Its name, with the subcommand after a space. */
                    name: string;
                    /**
                     * @description 1: slash command, 2: from the menu of a user, 3: of a message.
                     * @enum {integer}
                     */
                    type?: 1 | 2 | 3;
                    /** @description The user or message of a menu. */
                    target_id?: string;
                    /** @description Values by the options' names, or Discord's own list. */
                    options?: {
                        [key: string]: unknown;
                    } | {
                        [key: string]: unknown;
                    }[];
                    /** @description The option that is being typed. */
                    focused?: string;
                    /**
                     * @description How the bot gets it: as Discord would send it unless told.
                     * @enum {unknown}
                     */
                    transport?: "gateway" | "http";
                    /** @description How long to wait, after a deferred answer, for what it announced; 1,000 unless told. */
                    wait_ms?: number;
                };
            };
        };
        responses: {
            /** @description Done; every connected bot has been told. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Outcome"];
                };
            };
            /** @description Refused, in the form of Discord’s errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    autocomplete: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The server; that of the channel unless told. */
                    guild_id?: string;
                    /** @description Where it is used. */
                    channel_id: string;
                    /** @description Who does it. */
                    user_id: string;
                    /** @description Its name, with the subcommand after a space. */
                    name: string;
                    /**
                     * @description 1: slash command, 2: from the menu of a user, 3: of a message.
                     * @enum {integer}
                     */
                    type?: 1 | 2 | 3;
                    /** @description The user or message of a menu. */
                    target_id?: string;
                    /** @description Values by the options' names, or Discord's own list. */
                    options?: {
                        [key: string]: unknown;
                    } | {
                        [key: string]: unknown;
                    }[];
                    /** @description The option that is being typed. */
                    focused?: string;
                    /**
                     * @description How the bot gets it: as Discord would send it unless told.
                     * @enum {unknown}
                     */
                    transport?: "gateway" | "http";
                    /** @description How long to wait, after a deferred answer, for what it announced; 1,000 unless told. */
                    wait_ms?: number;
                };
            };
        };
        responses: {
            /** @description Done; every connected bot has been told. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Outcome"];
                };
            };
            /** @description Refused, in the form of Discord’s errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    submitModal: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The interaction whose answer opened it. */
                    interaction_id: string;
                    /** @description Who does it. */
                    user_id: string;
                    /** @description The modal. */
                    custom_id: string;
                    /** @description What is filled in, by the custom ids. */
                    fields?: {
                        [key: string]: unknown;
                    };
                    /**
                     * @description How the bot gets it: as Discord would send it unless told.
                     * @enum {unknown}
                     */
                    transport?: "gateway" | "http";
                    /** @description How long to wait, after a deferred answer, for what it announced; 1,000 unless told. */
                    wait_ms?: number;
                };
            };
        };
        responses: {
            /** @description Done; every connected bot has been told. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Outcome"];
                };
            };
            /** @description Refused, in the form of Discord’s errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    probeEndpoint: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; every connected bot has been told. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Whether the endpoint has refused it and stays. */
                        verified: boolean;
                    };
                };
            };
            /** @description Refused, in the form of Discord’s errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    readInteraction: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                interaction_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; every connected bot has been told. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Outcome"];
                };
            };
            /** @description Refused, in the form of Discord’s errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    listFaults: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; every connected bot has been told. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Fault"][];
                };
            };
            /** @description Refused, in the form of Discord’s errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    addFaults: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Fault"] | components["schemas"]["Fault"][];
            };
        };
        responses: {
            /** @description Done; every connected bot has been told. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Fault"][];
                };
            };
            /** @description Refused, in the form of Discord’s errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    clearFaults: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; every connected bot has been told. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Fault"][];
                };
            };
            /** @description Refused, in the form of Discord’s errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    removeFault: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                fault_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; every connected bot has been told. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Fault"][];
                };
            };
            /** @description Refused, in the form of Discord’s errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    readGateway: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; every connected bot has been told. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Clients that have identified. */
                        connections: number;
                    };
                };
            };
            /** @description Refused, in the form of Discord’s errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    disturbGateway: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description What happens.
                     * @enum {unknown}
                     */
                    action: "close" | "reconnect" | "invalid_session" | "silence";
                    /** @description The close code; 4000 unless told, below 1000 without a goodbye. */
                    code?: number;
                    /** @description Whether an invalid session may be resumed. */
                    resumable?: boolean;
                };
            };
        };
        responses: {
            /** @description Done; every connected bot has been told. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Clients that it happened to. */
                        connections: number;
                    };
                };
            };
            /** @description Refused, in the form of Discord’s errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    readClock: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; every connected bot has been told. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Clock"];
                };
            };
            /** @description Refused, in the form of Discord’s errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    moveClock: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description By so many milliseconds. */
                    advance_ms?: number;
                    /**
                     * Format: date-time
                     * @description To this time.
                     */
                    now?: string;
                };
            };
        };
        responses: {
            /** @description Done; every connected bot has been told. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Clock"];
                };
            };
            /** @description Refused, in the form of Discord’s errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    listRequests: {
        parameters: {
            query?: {
                since?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; every connected bot has been told. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestEntry"][];
                };
            };
            /** @description Refused, in the form of Discord’s errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    reset: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; every connected bot has been told. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Refused, in the form of Discord’s errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    startThread: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                channel_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Who does it. */
                    user_id: string;
                    /** @description Its name. */
                    name: string;
                    /** @description The message from which it grows. */
                    message_id?: string;
                    /**
                     * @description 11: everybody comes in, 12: by invitation, which it is unless told.
                     * @enum {integer}
                     */
                    type?: 10 | 11 | 12;
                    applied_tags?: string[];
                    message?: {
                        /** @description The first message of a post. */
                        content?: string;
                    };
                };
            };
        };
        responses: {
            /** @description Done; every connected bot has been told. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Channel"];
                };
            };
            /** @description Refused, in the form of Discord’s errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    makeWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                channel_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Who does it. */
                    user_id: string;
                    /** @description Its name. */
                    name: string;
                };
            };
        };
        responses: {
            /** @description Done; every connected bot has been told. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["APIWebhook"];
                };
            };
            /** @description Refused, in the form of Discord’s errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    changeThread: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                channel_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Who does it. */
                    user_id: string;
                    /** @description Its name. */
                    name?: string;
                    /** @description Whether it is closed. */
                    archived?: boolean;
                    /** @description Whether only moderators may open it. */
                    locked?: boolean;
                    applied_tags?: string[];
                    /** @description 2: pinned at the top of the forum. */
                    flags?: number;
                };
            };
        };
        responses: {
            /** @description Done; every connected bot has been told. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Channel"];
                };
            };
            /** @description Refused, in the form of Discord’s errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    joinThread: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                channel_id: string;
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; every connected bot has been told. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Refused, in the form of Discord’s errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    leaveThread: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                channel_id: string;
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; every connected bot has been told. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Refused, in the form of Discord’s errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    uploadFile: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Its name. */
                    filename: string;
                    /** @description Its type. */
                    content_type?: string;
                    /** @description Its bytes, in base64. */
                    data: string;
                };
            };
        };
        responses: {
            /** @description Done; every connected bot has been told. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Its id. */
                        id: string;
                        /** @description Its name. */
                        filename: string;
                        /** @description Where it is served. */
                        url: string;
                    };
                };
            };
            /** @description Refused, in the form of Discord’s errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    acceptInvite: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Who does it. */
                    user_id: string;
                };
            };
        };
        responses: {
            /** @description Done; every connected bot has been told. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["APIGuildMember"];
                };
            };
            /** @description Refused, in the form of Discord’s errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    askToJoin: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                guild_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Who does it. */
                    user_id: string;
                };
            };
        };
        responses: {
            /** @description Done; every connected bot has been told. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JoinRequest"];
                };
            };
            /** @description Refused, in the form of Discord’s errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    addBoost: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                guild_id: string;
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; every connected bot has been told. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Refused, in the form of Discord’s errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    removeBoost: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                guild_id: string;
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; every connected bot has been told. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Refused, in the form of Discord’s errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    setVanityUrl: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                guild_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The address. */
                    code: string;
                };
            };
        };
        responses: {
            /** @description Done; every connected bot has been told. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The address. */
                        code: string;
                        /** @description How many came by it. */
                        uses: number;
                    };
                };
            };
            /** @description Refused, in the form of Discord’s errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    makeSku: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Its name. */
                    name: string;
                    /**
                     * @description 2 for good, 3 consumable, 5 a subscription, 6 the group of one.
                     * @enum {unknown}
                     */
                    type: 2 | 3 | 5 | 6;
                };
            };
        };
        responses: {
            /** @description Done; every connected bot has been told. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Its id. */
                        id: string;
                        /** @description As told. */
                        type: number;
                        /** @description Its name. */
                        name: string;
                        /** @description Its name in small letters. */
                        slug: string;
                        /** @description Whether it can be bought (4). */
                        flags: number;
                    };
                };
            };
            /** @description Refused, in the form of Discord’s errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    subscribe: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
                sku_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The server. */
                    guild_id?: string;
                };
            };
        };
        responses: {
            /** @description Done; every connected bot has been told. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["APISubscription"];
                };
            };
            /** @description Refused, in the form of Discord’s errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    cancelSubscription: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
                sku_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; every connected bot has been told. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["APISubscription"];
                };
            };
            /** @description Refused, in the form of Discord’s errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    joinActivity: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                instance: string;
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; every connected bot has been told. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The application. */
                        application_id: string;
                        /** @description Its instance. */
                        instance_id: string;
                        /** @description Its launch. */
                        launch_id: string;
                        /** @description Where it runs, as Discord tells of it. */
                        location: {
                            [key: string]: unknown;
                        };
                        users: string[];
                    };
                };
            };
            /** @description Refused, in the form of Discord’s errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    leaveActivity: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                instance: string;
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; every connected bot has been told. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Refused, in the form of Discord’s errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    addVote: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                message_id: string;
                answer_id: string;
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; every connected bot has been told. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Refused, in the form of Discord’s errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    removeVote: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                message_id: string;
                answer_id: string;
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; every connected bot has been told. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Refused, in the form of Discord’s errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    listFixtures: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; every connected bot has been told. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string[];
                };
            };
            /** @description Refused, in the form of Discord’s errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    readFixture: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; every connected bot has been told. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Fixture"];
                };
            };
            /** @description Refused, in the form of Discord’s errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    saveFixture: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The server. */
                    guild_id: string;
                } | components["schemas"]["Fixture"];
            };
        };
        responses: {
            /** @description Done; every connected bot has been told. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FixtureSummary"];
                };
            };
            /** @description Refused, in the form of Discord’s errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    deleteFixture: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; every connected bot has been told. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Refused, in the form of Discord’s errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    loadFixture: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; every connected bot has been told. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Guild"];
                };
            };
            /** @description Refused, in the form of Discord’s errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
}
