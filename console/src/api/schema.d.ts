// Made from the description of the API by `npm run console:types`; not to be edited.
export interface paths {
    "/api/v1/organizations/{id}/attendance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists how often an organization's members came to its events, for staff.
         * @description Counted from events that are over; who had the most seats first.
         */
        get: operations["AttendanceController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{id}/attendance/total": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows how all events of an organization were attended, for staff. */
        get: operations["AttendanceController_total"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{id}/attendance.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Gives how often members came as a table, for staff.
         * @description In your own language, with the separator that spreadsheets expect in it.
         */
        get: operations["AttendanceController_table"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events/{id}/attendance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists who of those with a seat in an event came, for organizers.
         * @description As far as it is known by now, at most a thousand: minutes in voice channels are counted when the event is over.
         */
        get: operations["AttendanceController_ofEvent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/me/attendance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists how often you came to events, by organization. */
        get: operations["AttendanceController_own"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events/{id}/announcements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Writes to those who take part in an event.
         * @description Once in a channel of each server, with their mentions, and directly to those who want it; at most five times a day.
         */
        post: operations["AnnouncementsController_announce"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shows what was done to the installation and to accounts, newest first.
         * @description Jobs, plans and webhooks by site admins, profiles by their owners. What belongs to an organization is in its own audit.
         */
        get: operations["AuditController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/discord/bot-events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists what the bot reported, newest first. */
        get: operations["BotEventsController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/discord/bot-events/stats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Counts what the bot reported.
         * @description Of the last 30 days, unless `from` and `to` say otherwise. Counts outlive the reports (`BOT_EVENT_RETENTION_DAYS`), but
         *     for those of one member (`discord_id`, `members`). `limit` and `cursor` mean nothing here.
         */
        get: operations["BotEventsController_stats"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/discord/channel-mappings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the channels that were made for events. */
        get: operations["ChannelMappingsController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/discord/events/events/create/{event_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Creates the Discord events of an event, also those that were removed by hand. */
        post: operations["DiscordEventsController_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/discord/events/events/update/{event_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Brings the Discord events of an event up to date. */
        put: operations["DiscordEventsController_update"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/discord/events/events/delete/{event_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Deletes the Discord events of an event. */
        delete: operations["DiscordEventsController_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/discord/events/events/{event_id}/discord": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists what each Discord server shows of an event. */
        get: operations["DiscordEventsController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/discord/events/events/{event_id}/discord/{guild_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Compares what a Discord server shows of an event with what it should, field by field.
         * @description Discord is asked once for the scheduled event and once for the message; nothing is changed.
         */
        get: operations["DiscordEventsController_compare"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/discord/events/events/{event_id}/signup-message": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Posts the signup message of an event into a channel. */
        post: operations["DiscordEventsController_postSignupMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/discord/events/adopt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Makes an event of a scheduled event that somebody made on Discord. */
        post: operations["DiscordEventsController_adopt"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/discord/events/events/{event_id}/sync-attendees": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Brings signups in step with who is interested on Discord. */
        post: operations["DiscordEventsController_syncAttendees"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/discord/events/auto-manage/{event_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Does what a step of the event's life asks for, here and on Discord.
         * @description `created` shows the event everywhere, also where it was taken away; `updated` brings everything in step;
         *     `cancelled` and `completed` also end an event that is not over yet, and close its signup messages.
         */
        post: operations["DiscordEventsController_autoManage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/discord/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists jobs, newest first. */
        get: operations["DiscordJobsController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/discord/jobs/failures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists why jobs have failed: by kind, server and cause, the latest first.
         * @description A hundred causes at most. Filter jobs, and try them again, by `job_type` (as `type`), `guild_id` and `cause` of one.
         */
        get: operations["DiscordJobsController_failures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/discord/jobs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows a job. */
        get: operations["DiscordJobsController_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/discord/jobs/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tries a failed job again. */
        post: operations["DiscordJobsController_retry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/discord/jobs/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tries every failed job again, or every one of a type, a server, an event or a cause.
         * @description Up to 1,000 in one call; `jobs_left` says how many remain. A job whose work another one will do stays as it is.
         */
        post: operations["DiscordJobsController_retryAll"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/discord/jobs/process": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hands due jobs to the workers at once. */
        post: operations["DiscordJobsController_process"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events/{id}/ics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Gives an event as a calendar file.
         * @description Public and unlisted events need no token; private ones need their key, or a member's token; drafts the staff's.
         */
        get: operations["EventCalendarController_ics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events/{id}/ics-key": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Gives the link by which anybody's calendar program opens the event's file.
         * @description Only private events need it. It is the same until the keys are revoked, and opens nothing of a draft.
         */
        get: operations["EventCalendarController_key"];
        put?: never;
        post?: never;
        /** Revokes the keys given out so far; messages on Discord show the next one. */
        delete: operations["EventCalendarController_revokeKeys"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Shows what servers would show of an event, and saves nothing.
         * @description The message and the scheduled event are made by the code that posts them, in Discord's own form.
         */
        post: operations["EventPreviewController_preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events/{id}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Shows what an edit would change on each server, and who would be told; saves nothing.
         * @description The messages and the scheduled events are those after the edit.
         */
        post: operations["EventPreviewController_previewEdit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists what organizers did in the last ten minutes and can take back.
         * @description Changes of signups and of the event's fields, newest first. One that something later has made impossible says why.
         */
        get: operations["EventUndoController_list"];
        put?: never;
        /**
         * Takes an act back.
         * @description A change like any other, by the rules as they stand now: a seat that somebody else has by now stays theirs, and then it is
         *     refused with 409.
         */
        post: operations["EventUndoController_undo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events/{id}/undo/{act_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shows what taking an act back would touch.
         * @description Messages and scheduled events on servers, Discord roles, and who would be told what.
         */
        get: operations["EventUndoController_plan"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the events that you may see, by start.
         * @description Unlisted events are found by their id only.
         */
        get: operations["EventsController_list"];
        put?: never;
        /** Plans an event, anew or from a template. */
        post: operations["EventsController_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows an event with its seats, and what you may do with it now. */
        get: operations["EventsController_read"];
        put?: never;
        post?: never;
        /** Deletes a draft. */
        delete: operations["EventsController_remove"];
        options?: never;
        head?: never;
        /**
         * Changes fields of an event.
         * @description Seats that the edit adds go to those who wait, at once.
         */
        patch: operations["EventsController_edit"];
        trace?: never;
    };
    "/api/v1/events/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows what happened to an event, newest first. */
        get: operations["EventsController_timeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events/{id}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Publishes a draft. */
        post: operations["EventsController_publish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events/{id}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Starts an event. */
        post: operations["EventsController_start"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events/{id}/complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Completes an event that runs. */
        post: operations["EventsController_complete"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancels an event. */
        post: operations["EventsController_cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/feeds/{key}.ics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Gives the calendar of a link, to everyone who has it.
         * @description With `If-None-Match` or `If-Modified-Since` it answers 304 when nothing has changed.
         */
        get: operations["FeedFilesController_file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/me/feeds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists your calendar links, newest first. */
        get: operations["FeedsController_listOwn"];
        put?: never;
        /**
         * Makes a link by which your calendar program follows the events that you come to.
         * @description The only answer with the link itself. The calendar goes back 30 days, and keeps cancelled events as cancelled.
         */
        post: operations["FeedsController_createOwn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/me/feeds/{feed_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revokes one of your calendar links at once. */
        delete: operations["FeedsController_revokeOwn"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{id}/feeds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists an organization's calendar links, newest first. */
        get: operations["FeedsController_listOfOrganization"];
        put?: never;
        /**
         * Makes a link by which calendar programs follow an organization's events.
         * @description The only answer with the link itself. Everyone who has it sees what it has: public events, and with `include_private`
         *     the unlisted and private ones.
         */
        post: operations["FeedsController_createForOrganization"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{id}/feeds/{feed_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revokes one of an organization's calendar links at once. */
        delete: operations["FeedsController_revokeOfOrganization"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/discord/guilds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the registered Discord servers of your organizations. */
        get: operations["GuildsController_list"];
        put?: never;
        /** Registers a Discord server for an organization, and says what the bot lacks there. */
        post: operations["GuildsController_register"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/discord/guilds/managed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the Discord servers that you manage, to register one of them. */
        get: operations["GuildsController_managed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/discord/guilds/{guild_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows the registration of a Discord server, and what the bot lacks there at this moment. */
        get: operations["GuildsController_get"];
        put?: never;
        post?: never;
        /** Ends the registration of a Discord server. */
        delete: operations["GuildsController_remove"];
        options?: never;
        head?: never;
        /** Changes the settings of a Discord server. */
        patch: operations["GuildsController_update"];
        trace?: never;
    };
    "/api/v1/discord/guilds/{guild_id}/channels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the channels of a Discord server, with what the bot lacks in each. */
        get: operations["GuildsController_channels"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/discord/guilds/{guild_id}/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the roles of a Discord server, with those that the bot cannot give. */
        get: operations["GuildsController_roles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/discord/guilds/{guild_id}/mirrors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists what a Discord server shows of the events of its organization, newest first. */
        get: operations["GuildsController_listMirrors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/discord/guilds/{guild_id}/doctor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Says what each feature lacks on a Discord server, and which role or channel denies it. */
        get: operations["GuildsController_examine"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/discord/guilds/{guild_id}/doctor/mend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Allows the bot in channels what it may allow itself there.
         * @description What waited for it goes on.
         */
        post: operations["GuildsController_mend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/discord/guilds/{guild_id}/doctor/trial": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Posts a test message in a channel, and deletes it. */
        post: operations["GuildsController_tryMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/discord/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tells whether the Discord side works.
         * @description 503 with the same answer when it does not.
         */
        get: operations["HealthController_health[0]"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/discord/events/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tells whether the Discord side works.
         * @description 503 with the same answer when it does not.
         */
        get: operations["HealthController_health[1]"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Makes events of a calendar file or a table.
         * @description `text/calendar` (RFC 5545) or `text/csv` with headings, in English or French, `,` or `;` between the cells, at most
         *     200 rows. What was imported before, by its UID, is left as it is, so a repetition is harmless. Series are skipped.
         */
        post: operations["ImportsController_import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/discord/webhooks/incoming": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists what came in during the last 30 days, newest first. */
        get: operations["IncomingWebhooksController_list"];
        put?: never;
        /**
         * Takes in any JSON from programs that know DISCORD_BOT_WEBHOOK_SECRET.
         * @description Signed by Standard Webhooks, which covers id and time, or by X-Signature-256 over the raw body; then the same
         *     body is a repeat for 24 hours.
         */
        post: operations["IncomingWebhooksController_incoming"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{id}/invites": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the invites of an organization that still are good. */
        get: operations["JoiningController_listInvites"];
        put?: never;
        /** Makes a link by which people join an organization. */
        post: operations["JoiningController_createInvite"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{id}/invites/{invite_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revokes an invite. */
        delete: operations["JoiningController_revokeInvite"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invites/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows what an invite leads to. */
        get: operations["JoiningController_readInvite"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invites/{code}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Joins an organization by an invite. */
        post: operations["JoiningController_acceptInvite"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{id}/join-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists who asks to join an organization. */
        get: operations["JoiningController_listRequests"];
        put?: never;
        /** Asks to join an organization. */
        post: operations["JoiningController_requestToJoin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{id}/join-requests/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Takes your own request to join back. */
        delete: operations["JoiningController_withdrawRequest"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{id}/join-requests/{request_id}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes in somebody who asked to join. */
        post: operations["JoiningController_acceptRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{id}/join-requests/{request_id}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Turns down somebody who asked to join. */
        post: operations["JoiningController_declineRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tells what changes, as server-sent events.
         * @description Each message says that a topic has a new version, and nothing of what it is: read it again. The first messages say the
         *     present versions. `event: gone` names a topic that you may not hear of any more, `event: refetch` asks to read everything again.
         */
        get: operations["LiveController_open"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{id}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the members of an organization. */
        get: operations["MembersController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{id}/members/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Gives somebody a role in an organization.
         * @description 201 for a new member, 200 for one who had a role already.
         */
        put: operations["MembersController_put"];
        post?: never;
        /** Removes a member from an organization. */
        delete: operations["MembersController_remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{id}/limits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows how much an organization has of what is limited, and how much it may have. */
        get: operations["OrganizationLimitsController_limits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the organizations that you may see. */
        get: operations["OrganizationsController_list"];
        put?: never;
        /** Founds an organization, owned by you. */
        post: operations["OrganizationsController_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows an organization. */
        get: operations["OrganizationsController_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Changes fields of an organization. */
        patch: operations["OrganizationsController_update"];
        trace?: never;
    };
    "/api/v1/organizations/{id}/ships": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists ships by a part of their name, those that the organization has added first. */
        get: operations["OrganizationsController_ships"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{id}/discord-roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the Discord roles of an organization's servers, which its events can name. */
        get: operations["OrganizationsController_discordRoles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{id}/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows who did what in an organization, newest first. */
        get: operations["OrganizationsController_audit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{id}/transfer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gives an organization to another of its members. */
        post: operations["OrganizationsController_transfer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payments/webhook": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes in Stripe's webhooks, verified by their signature.
         * @description What follows runs as jobs, so it never fails the webhook.
         */
        post: operations["PaymentsController_webhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/me/plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows the plan that you have. */
        get: operations["OwnPlanController_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events/{id}/payout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows how an event's haul was shared, and who has received their part, for organizers. */
        get: operations["PayoutsController_read"];
        /**
         * Shares the haul of a completed event among those who had a seat to the end.
         * @description Fees are taken first; what does not divide evenly goes to the largest remainders. It can be done again until the first has received their share.
         */
        put: operations["PayoutsController_share"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events/{id}/payout.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Gives a payout as a table, for organizers.
         * @description In your own language, with the separator that spreadsheets expect in it.
         */
        get: operations["PayoutsController_table"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events/{id}/payout/received": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Says that you have received your share, or takes that back. */
        post: operations["PayoutsController_received"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/me/payouts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists your shares of hauls, the latest events first. */
        get: operations["PayoutsController_own"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plans/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Records a change of plan.
         * @description It counts as one of the member's subscriptions, of which the best decides. As jobs: the roles mapped to the
         *     plan change, and the member is told, unless nothing changes for them.
         */
        post: operations["PlansController_change"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plans/unmatched": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists payments whose member is not known, oldest first. */
        get: operations["PlansController_listUnmatched"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plans/unmatched/{id}/match": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Says whose a payment is.
         * @description The member gets what it gives, and is told. The customer's other payments, and those to come, are theirs too.
         */
        post: operations["PlansController_match"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{discord_id}/plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows the plan that a member has. */
        get: operations["PlansController_ofMember"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/discord/role-mappings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists role mappings. */
        get: operations["RoleMappingsController_list"];
        put?: never;
        /** Maps a Discord role to a membership, a participation or a plan. */
        post: operations["RoleMappingsController_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/discord/role-mappings/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows a role mapping. */
        get: operations["RoleMappingsController_get"];
        put?: never;
        post?: never;
        /** Removes a role mapping. */
        delete: operations["RoleMappingsController_delete"];
        options?: never;
        head?: never;
        /** Changes when a mapped role is given and taken. */
        patch: operations["RoleMappingsController_update"];
        trace?: never;
    };
    "/api/v1/discord/role-menus": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists role menus. */
        get: operations["RoleMenusController_list"];
        put?: never;
        /** Publishes a message with which members take and leave roles themselves. */
        post: operations["RoleMenusController_publish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/discord/role-menus/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows a role menu. */
        get: operations["RoleMenusController_get"];
        put?: never;
        post?: never;
        /** Removes a role menu with its message; members keep the roles that they took. */
        delete: operations["RoleMenusController_delete"];
        options?: never;
        head?: never;
        /** Changes what a role menu says and offers, in its message, which is posted again if gone. */
        patch: operations["RoleMenusController_update"];
        trace?: never;
    };
    "/api/v1/users/me/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists your tokens, newest first. */
        get: operations["PersonalTokensController_list"];
        put?: never;
        /**
         * Makes a token by which a program acts for you.
         * @description The only answer with the token itself.
         */
        post: operations["PersonalTokensController_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/me/tokens/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revokes a token at once. */
        delete: operations["PersonalTokensController_revoke"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/series": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the series of an organization, newest first. */
        get: operations["SeriesController_list"];
        put?: never;
        /**
         * Plans an event that comes again and again.
         * @description Each occurrence is published as an event of its own when its turn comes, and can be changed, moved or cancelled as any
         *     other.
         */
        post: operations["SeriesController_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/series/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Shows when a series would take place next, and saves nothing. */
        post: operations["SeriesController_preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/series/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows a series with its next occurrences. */
        get: operations["SeriesController_read"];
        put?: never;
        post?: never;
        /** Ends a series; the events that were made from it stay. */
        delete: operations["SeriesController_remove"];
        options?: never;
        head?: never;
        /**
         * Changes a series, and its events to come.
         * @description Events that were changed by hand stay as they are; those of days that the series no longer has are cancelled.
         */
        patch: operations["SeriesController_update"];
        trace?: never;
    };
    "/api/v1/series/{id}/skip": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lets one occurrence not take place; if it is published already, it is cancelled. */
        post: operations["SeriesController_skip"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/me/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the browsers in which you are signed in, newest first. */
        get: operations["SessionsController_list"];
        put?: never;
        post?: never;
        /** Signs you out of every browser, this one included. */
        delete: operations["SessionsController_endAll"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/me/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Signs you out of one browser. */
        delete: operations["SessionsController_end"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/discord/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sends the browser to Discord to sign in. */
        get: operations["SignInController_login"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/discord/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Signs the browser in that comes back from Discord, and sends it on. */
        get: operations["SignInController_callback"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gives the browser's session a bearer token of 15 minutes. */
        post: operations["SignInController_refresh"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ends the session, and its bearer tokens with it. */
        post: operations["SignInController_logout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events/{id}/signups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists who is signed up for an event.
         * @description Those with a seat as they signed up, those who wait in their order, then those with another answer.
         */
        get: operations["SignupsController_list"];
        put?: never;
        /**
         * Signs you up for an event, or takes the seat that is offered to you.
         * @description With `user_id`, as staff, somebody else.
         */
        post: operations["SignupsController_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events/{id}/roster": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists at once everybody who is signed up for an event: a thousand at most.
         * @description In the order of the list of signups; for pages that show the roster as it moves.
         */
        get: operations["SignupsController_whole"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events/{id}/signups.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Gives who is signed up as a table, for the event's organizers.
         * @description In your own language, with the separator that spreadsheets expect in it.
         */
        get: operations["SignupsController_table"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events/{id}/signups/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Withdraws your own signup, or leaves the seat that is offered to you, and shows it. */
        delete: operations["SignupsController_remove"];
        options?: never;
        head?: never;
        /** Changes your own signup: your answer, your role, your place aboard a ship, or what you note. */
        patch: operations["SignupsController_update"];
        trace?: never;
    };
    "/api/v1/events/{id}/signups/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Withdraws somebody, as staff, and shows the signup. */
        delete: operations["SignupsController_withdraw"];
        options?: never;
        head?: never;
        /**
         * Approves, seats, moves, marks or withdraws somebody, as staff, within the event's limits.
         * @description `approved` decides about a `pending` signup: it gives a seat, or a place in the queue by when they asked.
         */
        patch: operations["SignupsController_place"];
        trace?: never;
    };
    "/api/v1/events/{id}/signups/{user_id}/why": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Says why a signup is as it is: for staff, or your own.
         * @description Why there is no seat, or not the role that was wanted more, and what became of reminders and other messages.
         */
        get: operations["SignupsController_why"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events/{id}/checkin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Checks you in.
         * @description From an hour before the start, and while the event runs; for someone who has a seat.
         */
        post: operations["SignupsController_checkIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/discord/stats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows what VerseLink does on Discord, in figures. */
        get: operations["StatisticsController_discord"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/discord/stats/state": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shows how the parts of VerseLink are at this moment.
         * @description Its halves, its databases, its queues, and its share of Discord's limits.
         */
        get: operations["StatisticsController_state"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/discord/events/stats/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows how many scheduled events, signup messages and interactions there are. */
        get: operations["StatisticsController_events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/discord/stats/interactions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Counts interactions by day, kind and hour, with how soon they were acknowledged.
         * @description Of no person. The last interactions are counted within five seconds.
         */
        get: operations["StatisticsController_byDay"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/discord/stats/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shows by minutes how the last hours went.
         * @description How soon requests and clicks were answered, jobs, mirrors, Discord's limits: of all processes together, oldest first. Of
         *     more than three hours, five minutes are told together. A minute is there once it is over.
         */
        get: operations["StatisticsController_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{id}/templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the templates of an organization, by name. */
        get: operations["TemplatesController_list"];
        put?: never;
        /** Keeps a template of an organization's events; `event_id` makes it from an event. */
        post: operations["TemplatesController_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{id}/templates/{template_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows a template. */
        get: operations["TemplatesController_read"];
        put?: never;
        post?: never;
        /** Deletes a template. */
        delete: operations["TemplatesController_remove"];
        options?: never;
        head?: never;
        /** Changes a template; events that were made from it stay as they are. */
        patch: operations["TemplatesController_update"];
        trace?: never;
    };
    "/api/v1/users/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows your profile. */
        get: operations["UsersController_me"];
        put?: never;
        post?: never;
        /**
         * Erases your account and what is held about you.
         * @description Seats that you had go to those who wait. Give organizations that you own to other members first.
         */
        delete: operations["UsersController_erase"];
        options?: never;
        head?: never;
        /** Changes your profile. */
        patch: operations["UsersController_update"];
        trace?: never;
    };
    "/api/v1/users/me/signups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the events that you have answered, with your place in them. */
        get: operations["UsersController_listSignups"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/me/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows everything that is held about you. */
        get: operations["UsersController_export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists subscriptions. */
        get: operations["WebhooksController_list"];
        put?: never;
        /**
         * Subscribes an address to events.
         * @description The answer alone has the whole secret.
         */
        post: operations["WebhooksController_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows a subscription. */
        get: operations["WebhooksController_get"];
        put?: never;
        post?: never;
        /** Removes a subscription. */
        delete: operations["WebhooksController_remove"];
        options?: never;
        head?: never;
        /** Changes a subscription. */
        patch: operations["WebhooksController_update"];
        trace?: never;
    };
    "/api/v1/webhooks/{id}/rotate-secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Gives a subscription a new secret.
         * @description The answer alone has it whole. Deliveries are signed with the one before as well for another day.
         */
        post: operations["WebhooksController_rotateSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the deliveries of a subscription, newest first. */
        get: operations["WebhooksController_listDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/deliveries/{delivery_id}/redeliver": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sends a delivery again. */
        post: operations["WebhooksController_redeliver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sends a test event to a subscription. */
        post: operations["WebhooksController_test"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/discord/events/interactions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes in an interaction of Discord and answers it.
         * @description Signed by Discord over the timestamp and the raw body; an interaction counts once. A PING is answered by a PONG,
         *     what cannot be answered within 2.5 seconds by 202.
         */
        post: operations["HttpInteractionsController_take"];
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
        MemberAttendanceView: {
            /** @description Seats that they had. */
            signed_up: number;
            checked_in: number;
            /** @description Seats with which they checked in, or were in the event's voice channels for a while. */
            attended: number;
            /** @description Seats that organizers marked as no-show. */
            no_shows: number;
            /** @description In the voice channels of events. */
            minutes: number;
            /** Format: uuid */
            user_id: string;
            discord_id: string;
            handle: string;
            /** @description `attended` of `signed_up`, 0 to 1. */
            attendance_rate: number | null;
            /** @description `no_shows` of `signed_up`, 0 to 1. */
            no_show_rate: number | null;
        };
        TotalAttendanceView: {
            /** @description Seats that they had. */
            signed_up: number;
            checked_in: number;
            /** @description Seats with which they checked in, or were in the event's voice channels for a while. */
            attended: number;
            /** @description Seats that organizers marked as no-show. */
            no_shows: number;
            /** @description In the voice channels of events. */
            minutes: number;
            events: number;
            /** @description `attended` of `signed_up`, 0 to 1. */
            attendance_rate: number | null;
            /** @description `no_shows` of `signed_up`, 0 to 1. */
            no_show_rate: number | null;
        };
        EventAttendanceView: {
            /** Format: uuid */
            user_id: string;
            discord_id: string;
            /** @description In the event's voice channels; counted when it is over. */
            minutes: number;
            handle: string;
            role_name: string | null;
            /** @description Whether they had a seat. */
            signed_up: boolean;
            checked_in: boolean;
            /** Format: date-time */
            checked_in_at: string | null;
            /** @description Whether they checked in, or were in the event's voice channels for a while. */
            attended: boolean;
            /** @description Whether organizers marked them as no-show. */
            no_show: boolean;
        };
        OwnAttendanceView: {
            /** @description Seats that they had. */
            signed_up: number;
            checked_in: number;
            /** @description Seats with which they checked in, or were in the event's voice channels for a while. */
            attended: number;
            /** @description Seats that organizers marked as no-show. */
            no_shows: number;
            /** @description In the voice channels of events. */
            minutes: number;
            /** Format: uuid */
            org_id: string;
            org_name: string;
            /** @description `attended` of `signed_up`, 0 to 1. */
            attendance_rate: number | null;
            /** @description `no_shows` of `signed_up`, 0 to 1. */
            no_show_rate: number | null;
        };
        AnnounceDto: {
            /** @example We meet ten minutes earlier, at the hangar. */
            message: string;
            /**
             * @description Who has a seat, who waits for one, or everybody who comes or may.
             * @enum {string}
             */
            audience?: "all" | "seated" | "waitlist";
        };
        AnnouncementView: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            event_id: string;
            /** @enum {string} */
            audience: "all" | "seated" | "waitlist";
            /** Format: uuid */
            created_by: string;
            message: string;
            /** Format: date-time */
            created_at: string;
        };
        NamedAuditEntryView: {
            /** Format: uuid */
            org_id: string | null;
            /** Format: uuid */
            event_id: string | null;
            /**
             * @example member.put
             * @enum {string}
             */
            action: "account.changed" | "account.erased" | "event.announced" | "event.cancelled" | "event.changed" | "event.completed" | "event.created" | "event.deleted" | "event.published" | "event.started" | "event.undone" | "feed.created" | "feed.revoked" | "guild.changed" | "guild.mended" | "guild.registered" | "guild.removed" | "invite.created" | "invite.revoked" | "job.class_retried" | "job.processed" | "job.retried" | "join_request.accepted" | "join_request.created" | "join_request.declined" | "join_request.withdrawn" | "member.granted" | "member.joined" | "member.left" | "member.put" | "member.removed" | "mirror.created" | "mirror.deleted" | "mirror.event_shown" | "mirror.failed" | "mirror.message_posted" | "mirror.message_shown" | "mirror.removed_by_hand" | "mirror.set_right" | "mirror.updated" | "notice.approved" | "notice.cancellation" | "notice.change" | "notice.declined" | "notice.lapsed" | "notice.offer" | "notice.promotion" | "notice.reminder" | "organization.changed" | "organization.created" | "organization.transferred" | "payout.not_received" | "payout.received" | "payout.shared" | "plan.changed" | "plan.matched" | "role_mapping.changed" | "role_mapping.created" | "role_mapping.deleted" | "role_menu.changed" | "role_menu.created" | "role_menu.deleted" | "series.changed" | "series.created" | "series.deleted" | "series.skipped" | "session.ended" | "signup.approved" | "signup.changed" | "signup.checked_in" | "signup.created" | "signup.declined" | "signup.freed" | "signup.moved" | "signup.undone" | "signup.withdrawn" | "template.changed" | "template.created" | "template.deleted" | "token.created" | "token.revoked" | "waitlist.lapsed" | "waitlist.offered" | "waitlist.promoted" | "webhook.changed" | "webhook.created" | "webhook.deleted" | "webhook.redelivered" | "webhook.secret_rotated" | "webhook.tested";
            /**
             * Format: uuid
             * @description A user; one who erased their account has an id here that belongs to no user. `null` for what the clock or a Discord role
             *     did, and for members' own answers: there the target is the member.
             */
            actor_id: string | null;
            /** @description The fields that were given. */
            fields: string[];
            /** @description Their values, of those that are not personal. */
            values: {
                [key: string]: unknown;
            };
            /** @enum {string} */
            source: "discord" | "system" | "web";
            actor_handle: string | null;
            target_handle: string | null;
            id: string;
            /** @description What or whom it was done to, by id. */
            target_id: string | null;
            request_id: string | null;
            /** Format: date-time */
            at: string;
        };
        BotEventView: {
            /** Format: uuid */
            id: string;
            discord_id: string;
            guild_id: string | null;
            /** @enum {string} */
            event_type: "command_used" | "member_joined" | "member_left" | "message_sent" | "role_updated";
            command: string | null;
            success: boolean | null;
            execution_time_ms: number | null;
            metadata: {
                [key: string]: unknown;
            };
            /** Format: date-time */
            received_at: string;
            /** Format: date-time */
            processed_at: string | null;
            error: string | null;
        };
        TypeCountView: {
            count: number;
            /** @enum {string} */
            key: "command_used" | "member_joined" | "member_left" | "message_sent" | "role_updated";
        };
        DayCountView: {
            count: number;
            key: string;
        };
        GuildCountView: {
            key: string | null;
            count: number;
        };
        CommandFiguresView: {
            count: number;
            succeeded: number;
            failed: number;
            command: string;
            /** @description 0 to 1. */
            success_rate: number | null;
            average_time_ms: number | null;
            longest_time_ms: number | null;
        };
        MemberActivityView: {
            discord_id: string;
            count: number;
            /** Format: date-time */
            last_seen_at: string;
        };
        MemberCountView: {
            guild_id: string;
            member_count: number;
            /**
             * Format: date-time
             * @description When Discord counted; `null` when only reports are counted.
             */
            counted_at: string | null;
        };
        BotEventStatisticsView: {
            total: number;
            by_type: components["schemas"]["TypeCountView"][];
            by_day: components["schemas"]["DayCountView"][];
            by_guild: components["schemas"]["GuildCountView"][];
            commands: components["schemas"]["CommandFiguresView"][];
            members: components["schemas"]["MemberActivityView"][];
            member_counts: components["schemas"]["MemberCountView"][];
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            to: string;
        };
        EventChannelView: {
            /** @enum {string} */
            kind: "category" | "text" | "thread" | "voice";
            name: string;
            /** @description The role of the event whose squad it is for; `null` for all. */
            role_id: string | null;
            /** @description Of the channel or thread; `null` while Discord has not said that it has it. */
            discord_channel_id: string | null;
        };
        ChannelMappingView: {
            /** Format: uuid */
            id: string;
            guild_id: string;
            /** Format: uuid */
            event_id: string;
            channels: components["schemas"]["EventChannelView"][];
            /** @enum {string} */
            state: "archived" | "deleted" | "open" | "pending";
            last_error: string | null;
            /** Format: date-time */
            archived_at: string | null;
            /** Format: date-time */
            delete_at: string | null;
            /** Format: date-time */
            created_at: string;
        };
        CreateMirrorsDto: {
            /** @description Only these servers; all of the organization's when left out. */
            guild_ids?: string[];
            /** @description With create: whether the event gets channels of its own there; as the server's `auto_create_channels` says when left out. */
            create_channels?: boolean;
            /** @description Accepted; a signup message belongs to every mirror in a server with an event channel. */
            create_signup_message?: boolean;
            /** @description Whether the event gets a role of its own there, for people with a seat; as the server's `auto_manage_roles` says when left out. */
            create_roles?: boolean;
        };
        MirrorRequestView: {
            /** Format: uuid */
            event_id: string;
            jobs_queued: number;
            message: string;
            guild_ids: string[];
        };
        MirrorRequestDto: {
            /** @description Only these servers; all of the organization's when left out. */
            guild_ids?: string[];
            /** @description With create: whether the event gets channels of its own there; as the server's `auto_create_channels` says when left out. */
            create_channels?: boolean;
            /** @description Accepted; a signup message belongs to every mirror in a server with an event channel. */
            create_signup_message?: boolean;
        };
        RepairView: {
            /** Format: date-time */
            at: string;
            /** @description The fields that had been changed. */
            fields: string[];
        };
        MirrorView: {
            /** Format: uuid */
            id: string;
            discord_event_id: string | null;
            guild_id: string;
            /** Format: uuid */
            verselink_event_id: string;
            /** @enum {string|null} */
            status: "active" | "cancelled" | "completed" | null | "scheduled";
            user_count: number | null;
            last_repair: components["schemas"]["RepairView"] | null;
            /** @description `null` for a server that is not registered any more. */
            guild_name: string | null;
            /** @description Where people open it in Discord; `null` while it is not there. */
            event_url: string | null;
            /** @description The same of the signup message. */
            message_url: string | null;
            name: string | null;
            description: string | null;
            /** Format: date-time */
            scheduled_start_time: string | null;
            /** Format: date-time */
            scheduled_end_time: string | null;
            /** @enum {string} */
            sync_state: "detached" | "failed" | "pending" | "removed" | "suspended" | "synced";
            last_error: string | null;
            /** Format: date-time */
            created_at: string;
        };
        ComparedFieldView: {
            /**
             * @description `fixed`: differs, and Discord takes no change of it any more.
             * @enum {string}
             */
            state: "different" | "fixed" | "same";
            /** @description Of messages also `fields.0`, `fields.1` …, and `components.0` … for the rows of buttons and menus. */
            field: string;
            /** @description `null` where it should not be. */
            wanted: string | null;
            /** @description `null` where Discord has none. */
            found: string | null;
            /** @description As Discord confirmed it last. Of messages `null` when another one than the wanted was sent last: what it said is not kept. */
            last_sent: string | null;
        };
        ComparedPartView: {
            /**
             * @description `missing`: it was there, and Discord has it no more. `none`: there was none. `hidden`: people hid what the message says.
             *     `unreadable`: the bot may not look.
             * @enum {string}
             */
            state: "hidden" | "missing" | "none" | "shown" | "unreadable";
            fields: components["schemas"]["ComparedFieldView"][];
        };
        ServerFaultView: {
            channel_id: string | null;
            capability: string;
            /** @enum {string} */
            kind: "channel" | "full" | "permission" | "role";
            /** @description In plain words, with Discord's code. */
            message: string;
            /** Format: date-time */
            since: string;
        };
        CountedLimitView: {
            length: number;
            limit: number;
            /** @example scheduled_event.name */
            field: string;
        };
        JobView: {
            /** Format: uuid */
            id: string;
            guild_id: string | null;
            /** Format: uuid */
            event_id: string | null;
            retry_count: number;
            max_retries: number;
            /** @enum {string} */
            job_type: "announcement" | "archive_channels" | "bot_event" | "create_channels" | "create_discord_event" | "delete_discord_event" | "free_seats" | "manage_roles" | "notify_user" | "reminder" | "sync_attendees" | "update_discord_event" | "webhook_delivery";
            /** @enum {string} */
            status: "cancelled" | "completed" | "failed" | "pending" | "processing";
            /** Format: date-time */
            scheduled_at: string;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            started_at: string | null;
            /** Format: date-time */
            completed_at: string | null;
            error_message: string | null;
        };
        MirrorComparisonView: {
            /** Format: uuid */
            event_id: string;
            guild_id: string;
            scheduled_event: components["schemas"]["ComparedPartView"];
            signup_message: components["schemas"]["ComparedPartView"];
            /** @description What Discord refuses there until somebody mends it. */
            faults: components["schemas"]["ServerFaultView"][];
            /** @description Limits of Discord by which texts of the event are cut. */
            exceeded_limits: components["schemas"]["CountedLimitView"][];
            /** @description The job that worked on it last, or will. */
            job: components["schemas"]["JobView"] | null;
            guild_name: string;
            /** Format: date-time */
            compared_at: string;
            /** @enum {string} */
            sync_state: "detached" | "failed" | "pending" | "removed" | "suspended" | "synced";
            last_error: string | null;
        };
        SignupMessageDto: {
            /** @example 100000000000000001 */
            guild_id: string;
            /** @example 100000000000000004 */
            channel_id: string;
        };
        SignupMessageView: {
            /** Format: uuid */
            interactive_message_id: string;
            discord_message_id: string | null;
            message: string;
        };
        AdoptDto: {
            /** @example 100000000000000001 */
            guild_id: string;
            /** @example 100000000000000005 */
            discord_event_id: string;
        };
        EventRoleView: {
            /** Format: uuid */
            id: string;
            capacity: number;
            confirmed_count: number;
            waitlist_count: number;
            offered_count: number;
            name: string;
            description: string | null;
            emoji: string | null;
        };
        FleetShipView: {
            /** @description With the captain. */
            required_crew: number;
            /** Format: uuid */
            id: string;
            ship_model: string;
            notes: string | null;
        };
        EventView: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            org_id: string;
            duration_minutes: number;
            max_participants: number | null;
            roles: components["schemas"]["EventRoleView"][];
            fleet_ships: components["schemas"]["FleetShipView"][];
            /** @description Discord roles whose holders may sign up beside the organization's members. */
            signup_role_ids: string[];
            /** @description Members who may change the event as its creator may. */
            co_organizer_ids: string[];
            /** @description How long a seat that frees is held for the first who waits. */
            offer_minutes: number | null;
            /** @description What members can answer beside taking a seat or none. */
            answers: ("absent" | "late" | "tentative")[];
            /** @description How many minutes before the start it is reminded of; null: as each server says. */
            reminder_offsets_minutes: number[] | null;
            /**
             * Format: uuid
             * @description The series that it is an occurrence of; `null` for one that stands alone.
             */
            series_id: string | null;
            /**
             * Format: date
             * @description The day that it stands for in its series, also after it was moved.
             */
            occurrence_on: string | null;
            /** @description Raised by each change of fields or state, not by signups. */
            revision: number;
            confirmed_count: number;
            waitlist_count: number;
            /** @description Seats that are held for those who are offered one. */
            offered_count: number;
            /** @description Signups that staff have to approve. */
            pending_count: number;
            /** @description Those of the confirmed who come late. */
            late_count: number;
            tentative_count: number;
            absent_count: number;
            /** @description Those of the confirmed who are there. */
            checkin_count: number;
            /** Format: uuid */
            created_by: string;
            slug: string;
            title: string;
            description: string;
            /** @enum {string} */
            type: "autre" | "course" | "exploration" | "fps" | "logistique" | "mining" | "pvp" | "raid" | "roleplay" | "salvaging" | "trading";
            /** @enum {string} */
            state: "active" | "cancelled" | "completed" | "draft" | "published";
            /** @enum {string} */
            visibility: "private" | "public" | "unlisted";
            /** Format: date-time */
            start_at_utc: string;
            location: string | null;
            banner_url: string | null;
            /** @description Whether signing up is for the organization's members, and holders of `signup_role_ids`. */
            members_only: boolean;
            /** @description Whether only the choice of a role takes a seat, where the event has roles. */
            role_required: boolean;
            /** @description Whether staff approve each signup before it takes a seat or a place in the queue. */
            approval_required: boolean;
            /**
             * Format: date-time
             * @description From when on members neither sign up nor change to a seat or role.
             */
            signup_closes_at: string | null;
            /** @description Whether members' answers stay as they are. */
            locked: boolean;
            /** @description Why the event was cancelled, in the organizer's words. */
            cancel_reason: string | null;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
        };
        SyncAttendeesDto: {
            /** @example 100000000000000001 */
            guild_id: string;
        };
        AttendeesView: {
            /** @description People interested on Discord, but for the bot. */
            discord_attendees: number;
            /** @description Signups that count, afterwards. */
            verselink_signups: number;
            added: number;
            removed: number;
            /** @description Interested people whom VerseLink does not know. */
            unlinked: number;
            sync_completed: boolean;
        };
        AutoManageView: {
            /** Format: uuid */
            event_id: string;
            jobs_queued: number;
            message: string;
            guild_ids: string[];
            /** @enum {string} */
            action: "cancelled" | "completed" | "created" | "updated";
        };
        FailedClassView: {
            guild_id: string | null;
            /** @description Discord's own code, when Discord refused it. */
            discord_code: number | null;
            channel_id: string | null;
            /**
             * Format: uuid
             * @description Whose receiver refused it.
             */
            webhook_id: string | null;
            /** @description What the bot lacks there at this moment: none when it was mended; `null` when that is not known. */
            missing_permissions: ("Create Events" | "Create Private Threads" | "Create Public Threads" | "Embed Links" | "Manage Channels" | "Manage Events" | "Manage Roles" | "Manage Threads" | "Read Message History" | "Send Messages" | "Send Messages in Threads" | "View Channels")[] | null;
            count: number;
            /**
             * Format: uuid
             * @description The newest of them.
             */
            last_job_id: string;
            /** @enum {string} */
            job_type: "announcement" | "archive_channels" | "bot_event" | "create_channels" | "create_discord_event" | "delete_discord_event" | "free_seats" | "manage_roles" | "notify_user" | "reminder" | "sync_attendees" | "update_discord_event" | "webhook_delivery";
            /** @description As it is registered; `null` for what belongs to no server, or to one that is not registered any more. */
            guild_name: string | null;
            /** @description What they have in common: filter by it. */
            cause: string | null;
            channel_name: string | null;
            /** @description The newest one's own words. */
            error_message: string | null;
            /** Format: date-time */
            first_failed_at: string;
            /** Format: date-time */
            last_failed_at: string;
        };
        RetryJobsView: {
            jobs_retried: number;
            jobs_left: number;
        };
        ProcessJobsView: {
            pending_jobs: number;
            message: string;
        };
        CalendarKeyView: Record<string, never>;
        FleetShipDto: {
            ship_model: string;
            required_crew: number;
            notes?: string | null;
        };
        NewRoleDto: {
            /** @description Unlike the event's other roles, to the eye. */
            name: string;
            capacity: number;
            description?: string | null;
            emoji?: string | null;
        };
        PreviewEventDto: {
            /** @example Ruin Station */
            location?: string | null;
            /** @enum {string} */
            visibility?: "private" | "public" | "unlisted";
            /**
             * @example [
             *       {
             *         "ship_model": "Hull C",
             *         "required_crew": 3
             *       }
             *     ]
             */
            fleet_ships?: components["schemas"]["FleetShipDto"][];
            /** Format: uri */
            banner_url?: string | null;
            /** @description Discord roles of the organization's servers: when there are any, signing up is for their holders and for members. */
            signup_role_ids?: string[];
            /** @description With it signing up is for the organization's members, and holders of `signup_role_ids`, although others see the event. */
            members_only?: boolean;
            /** @description With it only the choice of a role takes a seat, where the event has roles. */
            role_required?: boolean;
            /** @description With it staff approve each signup: until then it takes neither a seat nor a place in the queue. Without it again, all are approved. */
            approval_required?: boolean;
            /**
             * @description How long a seat that frees is held for the first who waits; who does not take it leaves the queue. `null`: they have it at once,
             *     as near the start in any case.
             */
            offer_minutes?: number | null;
            /** @description Members of the organization who may change the event as its creator may. */
            co_organizer_ids?: string[];
            /** @description What members can answer beside taking a seat or none. */
            answers?: ("absent" | "late" | "tentative")[];
            /**
             * Format: date-time
             * @description From when on members neither sign up nor change to a seat or role; not after the end of the event.
             */
            signup_closes_at?: string | null;
            /** @description Whether members' answers stay as they are; you may still change them. */
            locked?: boolean;
            /**
             * @description How many minutes before the start it is reminded of; as each server says when left out, not at all when empty.
             * @example [
             *       1440,
             *       60
             *     ]
             */
            reminder_offsets_minutes?: number[] | null;
            /**
             * Format: uuid
             * @description A template of the organization: it says what is left out here.
             */
            template_id?: string;
            /** @example Convoy to Pyro */
            title?: string;
            /** @example We meet at the station and fly out together. */
            description?: string;
            /**
             * @example trading
             * @enum {string}
             */
            type?: "autre" | "course" | "exploration" | "fps" | "logistique" | "mining" | "pvp" | "raid" | "roleplay" | "salvaging" | "trading";
            /**
             * Format: date-time
             * @description In the future.
             * @example 2042-01-07T19:00:00.000Z
             */
            start_at_utc: string;
            /** @example 120 */
            duration_minutes?: number;
            /**
             * @description Limit over all roles; without it there is none.
             * @example 40
             */
            max_participants?: number | null;
            /**
             * @example [
             *       {
             *         "name": "Pilot",
             *         "capacity": 4,
             *         "emoji": "🚀"
             *       }
             *     ]
             */
            roles?: components["schemas"]["NewRoleDto"][];
            /** @enum {string} */
            state?: "draft" | "published";
            /** @description Servers of the organization; all of them when left out. */
            guild_ids?: string[];
            /**
             * @description One language for all; each server's own when left out.
             * @enum {string}
             */
            locale?: "en" | "fr";
            /**
             * Format: uuid
             * @example 01980000-0000-7000-8000-000000000000
             */
            org_id: string;
        };
        PreviewWarningView: {
            /** @enum {string} */
            code: "description_cut" | "many_roles" | "no_channel" | "not_shown" | "place_cut" | "scheduled_description_cut" | "title_cut" | "too_far";
            /** @description How much is shown, in characters or roles; `null` where nothing is counted. */
            limit: number | null;
            /**
             * Format: date-time
             * @description From when on Discord takes the scheduled event; `null` where that is not what stands against it.
             */
            from: string | null;
        };
        NamedMentionView: {
            /** @enum {string} */
            kind: "channel" | "role" | "user";
            id: string;
            name: string;
        };
        ServerPreviewView: {
            guild_id: string;
            /** @description The signup message as Discord takes it. */
            message: {
                [key: string]: unknown;
            };
            /** @description The scheduled event as Discord takes it. */
            scheduled_event: {
                [key: string]: unknown;
            };
            /** @description What members would not see, or not yet, and why. */
            warnings: components["schemas"]["PreviewWarningView"][];
            limits: components["schemas"]["CountedLimitView"][];
            /** @description Names of the people, roles and channels that the message mentions, as far as they are known. */
            names: components["schemas"]["NamedMentionView"][];
            guild_name: string;
            /** @enum {string} */
            locale: "en" | "fr";
        };
        PreviewsView: {
            items: components["schemas"]["ServerPreviewView"][];
        };
        RoleDto: {
            /** @description Unlike the event's other roles, to the eye. */
            name: string;
            capacity: number;
            description?: string | null;
            emoji?: string | null;
            /**
             * Format: uuid
             * @description An existing role, which may be renamed; without it, the role of this name is meant, or a new one.
             */
            id?: string;
            /** @description As `GET` gives it; ignored. */
            confirmed_count?: number;
            /** @description As `GET` gives it; ignored. */
            waitlist_count?: number;
            /** @description As `GET` gives it; ignored. */
            offered_count?: number;
        };
        EditedShipDto: {
            ship_model: string;
            required_crew: number;
            notes?: string | null;
            /**
             * Format: uuid
             * @description An existing ship; without it, the next one of the same model is meant, or a new one.
             */
            id?: string;
        };
        PreviewEditDto: {
            /** @example Ruin Station */
            location?: string | null;
            /** @enum {string} */
            visibility?: "private" | "public" | "unlisted";
            /** Format: uri */
            banner_url?: string | null;
            /** @description Discord roles of the organization's servers: when there are any, signing up is for their holders and for members. */
            signup_role_ids?: string[];
            /** @description With it signing up is for the organization's members, and holders of `signup_role_ids`, although others see the event. */
            members_only?: boolean;
            /** @description With it only the choice of a role takes a seat, where the event has roles. */
            role_required?: boolean;
            /** @description With it staff approve each signup: until then it takes neither a seat nor a place in the queue. Without it again, all are approved. */
            approval_required?: boolean;
            /**
             * @description How long a seat that frees is held for the first who waits; who does not take it leaves the queue. `null`: they have it at once,
             *     as near the start in any case.
             */
            offer_minutes?: number | null;
            /** @description Members of the organization who may change the event as its creator may. */
            co_organizer_ids?: string[];
            /** @description What members can answer beside taking a seat or none. */
            answers?: ("absent" | "late" | "tentative")[];
            /**
             * Format: date-time
             * @description From when on members neither sign up nor change to a seat or role; not after the end of the event.
             */
            signup_closes_at?: string | null;
            /** @description Whether members' answers stay as they are; you may still change them. */
            locked?: boolean;
            /**
             * @description How many minutes before the start it is reminded of; as each server says when left out, not at all when empty.
             * @example [
             *       1440,
             *       60
             *     ]
             */
            reminder_offsets_minutes?: number[] | null;
            /** @example Convoy to Pyro, again */
            title?: string;
            description?: string;
            /** @enum {string} */
            type?: "autre" | "course" | "exploration" | "fps" | "logistique" | "mining" | "pvp" | "raid" | "roleplay" | "salvaging" | "trading";
            /**
             * Format: date-time
             * @description In the future, unless the event runs already.
             * @example 2042-01-08T19:00:00.000Z
             */
            start_at_utc?: string;
            /** @example 150 */
            duration_minutes?: number;
            /** @description At least the confirmed signups; `null` for no limit. */
            max_participants?: number | null;
            /** @description All the roles: one that is missing is removed, which works while no one has signed up for it. */
            roles?: components["schemas"]["RoleDto"][];
            /** @description All the ships: one that is missing is removed, which works while no one is aboard. */
            fleet_ships?: components["schemas"]["EditedShipDto"][];
            /** @description Servers of the organization; all of them when left out. */
            guild_ids?: string[];
            /**
             * @description One language for all; each server's own when left out.
             * @enum {string}
             */
            locale?: "en" | "fr";
        };
        ServerChangesView: {
            /** @description The fields of the scheduled event that would be sent. */
            scheduled_event: ("description" | "location" | "name" | "scheduled_end_time" | "scheduled_start_time")[];
            /** @description Whether the signup message would look different. */
            message: boolean;
        };
        ServerEditPreviewView: {
            guild_id: string;
            /** @description The signup message as Discord takes it. */
            message: {
                [key: string]: unknown;
            };
            /** @description The scheduled event as Discord takes it. */
            scheduled_event: {
                [key: string]: unknown;
            };
            /** @description What members would not see, or not yet, and why. */
            warnings: components["schemas"]["PreviewWarningView"][];
            limits: components["schemas"]["CountedLimitView"][];
            /** @description Names of the people, roles and channels that the message mentions, as far as they are known. */
            names: components["schemas"]["NamedMentionView"][];
            changes: components["schemas"]["ServerChangesView"];
            guild_name: string;
            /** @enum {string} */
            locale: "en" | "fr";
        };
        NoticeForecastView: {
            /** @enum {string} */
            kind: "announcement" | "approved" | "cancellation" | "change" | "declined" | "lapsed" | "offer" | "promotion" | "reminder";
            /** @description How many it concerns. */
            people: number;
            /** @description How many of them want to be told of it directly. */
            direct: number;
        };
        EditPreviewView: {
            /** @description The event after the edit. */
            event: components["schemas"]["EventView"];
            /** @description The fields that it changes; of a draft's change too. */
            fields: string[];
            items: components["schemas"]["ServerEditPreviewView"][];
            notices: components["schemas"]["NoticeForecastView"][];
        };
        SignupStateView: {
            /** @enum {string} */
            status: "absent" | "checked_in" | "confirmed" | "late" | "no_show" | "offered" | "pending" | "tentative" | "waitlist" | "withdrawn";
            /** Format: uuid */
            role_id: string | null;
            /** Format: uuid */
            ship_id: string | null;
            role_name: string | null;
        };
        UndoRefusalView: {
            /** @example undo_no_seat */
            code: string;
            /** @description In plain words. */
            detail: string;
        };
        UndoableActView: {
            /**
             * Format: uuid
             * @description Also that of its entry in the event's timeline.
             */
            id: string;
            /** @enum {string} */
            kind: "event" | "signup";
            /** Format: uuid */
            actor_id: string;
            /**
             * Format: uuid
             * @description Whose signup it was about; `null` for the event as a whole.
             */
            user_id: string | null;
            /** @description The signup before the act; `null` for the event as a whole. */
            before: components["schemas"]["SignupStateView"] | null;
            after: components["schemas"]["SignupStateView"] | null;
            /** @description The fields of the event that it changed, with what they would be again. */
            fields: {
                [key: string]: unknown;
            };
            /** @description Why it cannot be taken back by now; `null` when it can. */
            refusal: components["schemas"]["UndoRefusalView"] | null;
            /** Format: date-time */
            at: string;
            /**
             * Format: date-time
             * @description Until when it can be taken back.
             */
            until: string;
            actor_handle: string | null;
            handle: string | null;
        };
        UndoableActsView: {
            items: components["schemas"]["UndoableActView"][];
        };
        ServerTouchedView: {
            /** @description The fields of the scheduled event that would be sent. */
            scheduled_event: ("description" | "location" | "name" | "scheduled_end_time" | "scheduled_start_time")[];
            guild_id: string;
            /** @description Whether the signup message would look different. */
            message: boolean;
        };
        RolesTouchedView: {
            guild_id: string;
            added: number;
            removed: number;
        };
        PlannedUndoView: {
            /**
             * Format: uuid
             * @description Also that of its entry in the event's timeline.
             */
            id: string;
            /** @enum {string} */
            kind: "event" | "signup";
            /** Format: uuid */
            actor_id: string;
            /**
             * Format: uuid
             * @description Whose signup it was about; `null` for the event as a whole.
             */
            user_id: string | null;
            /** @description The signup before the act; `null` for the event as a whole. */
            before: components["schemas"]["SignupStateView"] | null;
            after: components["schemas"]["SignupStateView"] | null;
            /** @description The fields of the event that it changed, with what they would be again. */
            fields: {
                [key: string]: unknown;
            };
            /** @description Why it cannot be taken back by now; `null` when it can. */
            refusal: components["schemas"]["UndoRefusalView"] | null;
            /** @description Signup messages and scheduled events on servers. */
            servers: components["schemas"]["ServerTouchedView"][];
            /** @description Roles of members on servers. */
            roles: components["schemas"]["RolesTouchedView"][];
            /** @description What people would be told. */
            notices: components["schemas"]["NoticeForecastView"][];
            /** Format: date-time */
            at: string;
            /**
             * Format: date-time
             * @description Until when it can be taken back.
             */
            until: string;
            actor_handle: string | null;
            handle: string | null;
        };
        UndoDto: {
            /**
             * Format: uuid
             * @description The act, as `GET /events/{id}/undo` lists it.
             * @example 01980000-0000-7000-8000-000000000000
             */
            act_id: string;
        };
        CreateEventDto: {
            /** @example Ruin Station */
            location?: string | null;
            /** @enum {string} */
            visibility?: "private" | "public" | "unlisted";
            /**
             * @example [
             *       {
             *         "ship_model": "Hull C",
             *         "required_crew": 3
             *       }
             *     ]
             */
            fleet_ships?: components["schemas"]["FleetShipDto"][];
            /** Format: uri */
            banner_url?: string | null;
            /** @description Discord roles of the organization's servers: when there are any, signing up is for their holders and for members. */
            signup_role_ids?: string[];
            /** @description With it signing up is for the organization's members, and holders of `signup_role_ids`, although others see the event. */
            members_only?: boolean;
            /** @description With it only the choice of a role takes a seat, where the event has roles. */
            role_required?: boolean;
            /** @description With it staff approve each signup: until then it takes neither a seat nor a place in the queue. Without it again, all are approved. */
            approval_required?: boolean;
            /**
             * @description How long a seat that frees is held for the first who waits; who does not take it leaves the queue. `null`: they have it at once,
             *     as near the start in any case.
             */
            offer_minutes?: number | null;
            /** @description Members of the organization who may change the event as its creator may. */
            co_organizer_ids?: string[];
            /** @description What members can answer beside taking a seat or none. */
            answers?: ("absent" | "late" | "tentative")[];
            /**
             * Format: date-time
             * @description From when on members neither sign up nor change to a seat or role; not after the end of the event.
             */
            signup_closes_at?: string | null;
            /** @description Whether members' answers stay as they are; you may still change them. */
            locked?: boolean;
            /**
             * @description How many minutes before the start it is reminded of; as each server says when left out, not at all when empty.
             * @example [
             *       1440,
             *       60
             *     ]
             */
            reminder_offsets_minutes?: number[] | null;
            /**
             * Format: uuid
             * @description A template of the organization: it says what is left out here.
             */
            template_id?: string;
            /** @example Convoy to Pyro */
            title?: string;
            /** @example We meet at the station and fly out together. */
            description?: string;
            /**
             * @example trading
             * @enum {string}
             */
            type?: "autre" | "course" | "exploration" | "fps" | "logistique" | "mining" | "pvp" | "raid" | "roleplay" | "salvaging" | "trading";
            /**
             * Format: date-time
             * @description In the future.
             * @example 2042-01-07T19:00:00.000Z
             */
            start_at_utc: string;
            /** @example 120 */
            duration_minutes?: number;
            /**
             * @description Limit over all roles; without it there is none.
             * @example 40
             */
            max_participants?: number | null;
            /**
             * @example [
             *       {
             *         "name": "Pilot",
             *         "capacity": 4,
             *         "emoji": "🚀"
             *       }
             *     ]
             */
            roles?: components["schemas"]["NewRoleDto"][];
            /** @enum {string} */
            state?: "draft" | "published";
            /**
             * Format: uuid
             * @example 01980000-0000-7000-8000-000000000000
             */
            org_id: string;
        };
        EventDetailView: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            org_id: string;
            duration_minutes: number;
            max_participants: number | null;
            roles: components["schemas"]["EventRoleView"][];
            fleet_ships: components["schemas"]["FleetShipView"][];
            /** @description Discord roles whose holders may sign up beside the organization's members. */
            signup_role_ids: string[];
            /** @description Members who may change the event as its creator may. */
            co_organizer_ids: string[];
            /** @description How long a seat that frees is held for the first who waits. */
            offer_minutes: number | null;
            /** @description What members can answer beside taking a seat or none. */
            answers: ("absent" | "late" | "tentative")[];
            /** @description How many minutes before the start it is reminded of; null: as each server says. */
            reminder_offsets_minutes: number[] | null;
            /**
             * Format: uuid
             * @description The series that it is an occurrence of; `null` for one that stands alone.
             */
            series_id: string | null;
            /**
             * Format: date
             * @description The day that it stands for in its series, also after it was moved.
             */
            occurrence_on: string | null;
            /** @description Raised by each change of fields or state, not by signups. */
            revision: number;
            confirmed_count: number;
            waitlist_count: number;
            /** @description Seats that are held for those who are offered one. */
            offered_count: number;
            /** @description Signups that staff have to approve. */
            pending_count: number;
            /** @description Those of the confirmed who come late. */
            late_count: number;
            tentative_count: number;
            absent_count: number;
            /** @description Those of the confirmed who are there. */
            checkin_count: number;
            /** Format: uuid */
            created_by: string;
            /** @description What you may do with it now. */
            acts: ("cancel" | "change_signups" | "complete" | "delete" | "duplicate" | "edit" | "note_attendance" | "publish" | "read_timeline" | "send_to_servers" | "share_payout" | "start")[];
            slug: string;
            title: string;
            description: string;
            /** @enum {string} */
            type: "autre" | "course" | "exploration" | "fps" | "logistique" | "mining" | "pvp" | "raid" | "roleplay" | "salvaging" | "trading";
            /** @enum {string} */
            state: "active" | "cancelled" | "completed" | "draft" | "published";
            /** @enum {string} */
            visibility: "private" | "public" | "unlisted";
            /** Format: date-time */
            start_at_utc: string;
            location: string | null;
            banner_url: string | null;
            /** @description Whether signing up is for the organization's members, and holders of `signup_role_ids`. */
            members_only: boolean;
            /** @description Whether only the choice of a role takes a seat, where the event has roles. */
            role_required: boolean;
            /** @description Whether staff approve each signup before it takes a seat or a place in the queue. */
            approval_required: boolean;
            /**
             * Format: date-time
             * @description From when on members neither sign up nor change to a seat or role.
             */
            signup_closes_at: string | null;
            /** @description Whether members' answers stay as they are. */
            locked: boolean;
            /** @description Why the event was cancelled, in the organizer's words. */
            cancel_reason: string | null;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
        };
        EditEventDto: {
            /** @example Ruin Station */
            location?: string | null;
            /** @enum {string} */
            visibility?: "private" | "public" | "unlisted";
            /** Format: uri */
            banner_url?: string | null;
            /** @description Discord roles of the organization's servers: when there are any, signing up is for their holders and for members. */
            signup_role_ids?: string[];
            /** @description With it signing up is for the organization's members, and holders of `signup_role_ids`, although others see the event. */
            members_only?: boolean;
            /** @description With it only the choice of a role takes a seat, where the event has roles. */
            role_required?: boolean;
            /** @description With it staff approve each signup: until then it takes neither a seat nor a place in the queue. Without it again, all are approved. */
            approval_required?: boolean;
            /**
             * @description How long a seat that frees is held for the first who waits; who does not take it leaves the queue. `null`: they have it at once,
             *     as near the start in any case.
             */
            offer_minutes?: number | null;
            /** @description Members of the organization who may change the event as its creator may. */
            co_organizer_ids?: string[];
            /** @description What members can answer beside taking a seat or none. */
            answers?: ("absent" | "late" | "tentative")[];
            /**
             * Format: date-time
             * @description From when on members neither sign up nor change to a seat or role; not after the end of the event.
             */
            signup_closes_at?: string | null;
            /** @description Whether members' answers stay as they are; you may still change them. */
            locked?: boolean;
            /**
             * @description How many minutes before the start it is reminded of; as each server says when left out, not at all when empty.
             * @example [
             *       1440,
             *       60
             *     ]
             */
            reminder_offsets_minutes?: number[] | null;
            /** @example Convoy to Pyro, again */
            title?: string;
            description?: string;
            /** @enum {string} */
            type?: "autre" | "course" | "exploration" | "fps" | "logistique" | "mining" | "pvp" | "raid" | "roleplay" | "salvaging" | "trading";
            /**
             * Format: date-time
             * @description In the future, unless the event runs already.
             * @example 2042-01-08T19:00:00.000Z
             */
            start_at_utc?: string;
            /** @example 150 */
            duration_minutes?: number;
            /** @description At least the confirmed signups; `null` for no limit. */
            max_participants?: number | null;
            /** @description All the roles: one that is missing is removed, which works while no one has signed up for it. */
            roles?: components["schemas"]["RoleDto"][];
            /** @description All the ships: one that is missing is removed, which works while no one is aboard. */
            fleet_ships?: components["schemas"]["EditedShipDto"][];
        };
        CancelEventDto: {
            /**
             * @description Why, in words that members read.
             * @example Too few pilots.
             */
            reason?: string | null;
        };
        CreateFeedDto: {
            /**
             * @description Calendar programs show it.
             * @example My events
             */
            name: string;
        };
        NewFeedView: {
            /** Format: uuid */
            id: string;
            /**
             * Format: uuid
             * @description Whose own it is; `null` for an organization's.
             */
            user_id: string | null;
            /** Format: uuid */
            org_id: string | null;
            /** Format: uuid */
            created_by: string;
            /** @description Shown here and never again. */
            url: string;
            /** @description The same for programs that subscribe by clicking. */
            webcal_url: string;
            name: string;
            include_private: boolean;
            /** Format: date-time */
            created_at: string;
            /**
             * Format: date-time
             * @description Noted every ten minutes at most.
             */
            last_used_at: string | null;
        };
        FeedView: {
            /** Format: uuid */
            id: string;
            /**
             * Format: uuid
             * @description Whose own it is; `null` for an organization's.
             */
            user_id: string | null;
            /** Format: uuid */
            org_id: string | null;
            /** Format: uuid */
            created_by: string;
            name: string;
            include_private: boolean;
            /** Format: date-time */
            created_at: string;
            /**
             * Format: date-time
             * @description Noted every ten minutes at most.
             */
            last_used_at: string | null;
        };
        CreateOrganizationFeedDto: {
            /**
             * @description Calendar programs show it.
             * @example My events
             */
            name: string;
            /** @description Whether unlisted and private events are shown too, to everyone who has the link. */
            include_private?: boolean;
        };
        RegisterGuildDto: {
            announcement_channel_id?: string | null;
            /** @description Where signup messages go. */
            event_channel_id?: string | null;
            reminder_channel_id?: string | null;
            /** @example true */
            sync_enabled?: boolean;
            /** @example true */
            reminder_enabled?: boolean;
            /**
             * @description How many minutes before their start events are reminded of: three days, a day and an hour unless you say so.
             * @example [
             *       1440,
             *       60
             *     ]
             */
            reminder_offsets_minutes?: number[];
            auto_create_channels?: boolean;
            /**
             * @description What an event with channels of its own gets: a category with a text channel and voice channels, one text channel, or a thread in
             *     `event_channel_id`. Counts for events that have none yet.
             * @example category
             * @enum {string}
             */
            channel_layout?: "category" | "text" | "thread";
            /** @description How many days an event's channels stay, read-only, after it; for ever when left out. */
            channel_retention_days?: number | null;
            auto_manage_roles?: boolean;
            /**
             * @description What becomes of a scheduled event that staff make on Discord: they are asked, it becomes an event at once, or nothing.
             * @enum {string}
             */
            adopt_events?: "always" | "ask" | "never";
            /** @description Whether new members are welcomed in `welcome_channel_id`. */
            welcome_enabled?: boolean;
            welcome_channel_id?: string | null;
            /** @description `{user}` stands for the new member, `{server}` for the server's name. */
            welcome_message?: string | null;
            /** @description Whether the bot reports that messages were sent: their length, never what they say. */
            message_tracking_enabled?: boolean;
            /**
             * @description Language of what the whole server sees.
             * @example fr
             * @enum {string}
             */
            locale?: "en" | "fr";
            /** @example 100000000000000001 */
            guild_id: string;
            /**
             * @description As on Discord when left out.
             * @example Squadron
             */
            guild_name?: string;
            /**
             * @description Discord id of the server's owner; as on Discord when left out.
             * @example 100000000000000002
             */
            owner_id?: string;
            /**
             * Format: uuid
             * @example 01980000-0000-7000-8000-000000000000
             */
            org_id: string;
        };
        MissingPermissionsView: {
            /** @enum {string} */
            feature: "announcements" | "channels" | "reminders" | "roles" | "scheduled_events" | "signup_messages" | "threads" | "welcome";
            /** @description The channel where it is missing; null for the server as a whole. */
            channel_id: string | null;
            /** @description By their names on Discord. */
            permissions: ("Create Events" | "Create Private Threads" | "Create Public Threads" | "Embed Links" | "Manage Channels" | "Manage Events" | "Manage Roles" | "Manage Threads" | "Read Message History" | "Send Messages" | "Send Messages in Threads" | "View Channels")[];
        };
        GuildDetailsView: {
            /** Format: uuid */
            id: string;
            guild_id: string;
            owner_id: string;
            /** Format: uuid */
            org_id: string;
            announcement_channel_id: string | null;
            event_channel_id: string | null;
            reminder_channel_id: string | null;
            reminder_offsets_minutes: number[];
            /** @enum {string} */
            channel_layout: "category" | "text" | "thread";
            welcome_channel_id: string | null;
            /** @enum {string} */
            adopt_events: "always" | "ask" | "never";
            /** @description What the bot lacks for what is switched on; null when Discord does not say. */
            missing_permissions: components["schemas"]["MissingPermissionsView"][] | null;
            open_faults: components["schemas"]["ServerFaultView"][];
            /** @description Invites the bot anew, with every permission that it may need. */
            invite_url: string;
            guild_name: string;
            sync_enabled: boolean;
            reminder_enabled: boolean;
            auto_create_channels: boolean;
            channel_retention_days: number | null;
            auto_manage_roles: boolean;
            welcome_enabled: boolean;
            welcome_message: string | null;
            message_tracking_enabled: boolean;
            /** @enum {string} */
            locale: "en" | "fr";
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
        };
        GuildView: {
            /** Format: uuid */
            id: string;
            guild_id: string;
            owner_id: string;
            /** Format: uuid */
            org_id: string;
            announcement_channel_id: string | null;
            event_channel_id: string | null;
            reminder_channel_id: string | null;
            reminder_offsets_minutes: number[];
            /** @enum {string} */
            channel_layout: "category" | "text" | "thread";
            welcome_channel_id: string | null;
            /** @enum {string} */
            adopt_events: "always" | "ask" | "never";
            guild_name: string;
            sync_enabled: boolean;
            reminder_enabled: boolean;
            auto_create_channels: boolean;
            channel_retention_days: number | null;
            auto_manage_roles: boolean;
            welcome_enabled: boolean;
            welcome_message: string | null;
            message_tracking_enabled: boolean;
            /** @enum {string} */
            locale: "en" | "fr";
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
        };
        ServerChoiceView: {
            guild_id: string;
            name: string;
            bot_is_there: boolean;
            /** @description Whether it is registered, by whatever organization. */
            registered: boolean;
            /** @description Invites the bot there, with every permission that it may need. */
            invite_url: string;
        };
        ServerChoicesView: {
            /** @description As Discord said when you last signed in in a browser; null before that. */
            items: components["schemas"]["ServerChoiceView"][] | null;
        };
        UpdateGuildDto: {
            announcement_channel_id?: string | null;
            /** @description Where signup messages go. */
            event_channel_id?: string | null;
            reminder_channel_id?: string | null;
            /** @example true */
            sync_enabled?: boolean;
            /** @example true */
            reminder_enabled?: boolean;
            /**
             * @description How many minutes before their start events are reminded of: three days, a day and an hour unless you say so.
             * @example [
             *       1440,
             *       60
             *     ]
             */
            reminder_offsets_minutes?: number[];
            auto_create_channels?: boolean;
            /**
             * @description What an event with channels of its own gets: a category with a text channel and voice channels, one text channel, or a thread in
             *     `event_channel_id`. Counts for events that have none yet.
             * @example category
             * @enum {string}
             */
            channel_layout?: "category" | "text" | "thread";
            /** @description How many days an event's channels stay, read-only, after it; for ever when left out. */
            channel_retention_days?: number | null;
            auto_manage_roles?: boolean;
            /**
             * @description What becomes of a scheduled event that staff make on Discord: they are asked, it becomes an event at once, or nothing.
             * @enum {string}
             */
            adopt_events?: "always" | "ask" | "never";
            /** @description Whether new members are welcomed in `welcome_channel_id`. */
            welcome_enabled?: boolean;
            welcome_channel_id?: string | null;
            /** @description `{user}` stands for the new member, `{server}` for the server's name. */
            welcome_message?: string | null;
            /** @description Whether the bot reports that messages were sent: their length, never what they say. */
            message_tracking_enabled?: boolean;
            /**
             * @description Language of what the whole server sees.
             * @example fr
             * @enum {string}
             */
            locale?: "en" | "fr";
            guild_name?: string;
            /** @description Discord id of the server's owner. */
            owner_id?: string;
        };
        ChannelChoiceView: {
            id: string;
            /** @description Discord's number for its kind: 0 text, 2 voice, 4 category, 5 announcements. */
            type: number;
            /** @description Its category. */
            parent_id: string | null;
            position: number;
            /** @description What the bot lacks to post there. */
            missing_permissions: ("Create Events" | "Create Private Threads" | "Create Public Threads" | "Embed Links" | "Manage Channels" | "Manage Events" | "Manage Roles" | "Manage Threads" | "Read Message History" | "Send Messages" | "Send Messages in Threads" | "View Channels")[];
            name: string;
            /** @description Whether messages can go there. */
            takes_messages: boolean;
        };
        ChannelChoicesView: {
            items: components["schemas"]["ChannelChoiceView"][];
        };
        RoleChoiceView: {
            id: string;
            position: number;
            name: string;
            /** @description Whether only Discord or a bot gives and takes it. */
            managed: boolean;
            /** @description Why the bot cannot give it; null when it can. */
            obstacle: string | null;
        };
        RoleChoicesView: {
            items: components["schemas"]["RoleChoiceView"][];
        };
        MirroredEventView: {
            /** Format: uuid */
            id: string;
            duration_minutes: number;
            /** @enum {string} */
            state: "active" | "cancelled" | "completed" | "draft" | "published";
            title: string;
            /** Format: date-time */
            start_at_utc: string;
        };
        ServerMirrorView: {
            /** Format: uuid */
            id: string;
            discord_event_id: string | null;
            guild_id: string;
            /** Format: uuid */
            verselink_event_id: string;
            /** @enum {string|null} */
            status: "active" | "cancelled" | "completed" | null | "scheduled";
            user_count: number | null;
            last_repair: components["schemas"]["RepairView"] | null;
            event: components["schemas"]["MirroredEventView"];
            /** @description `null` for a server that is not registered any more. */
            guild_name: string | null;
            /** @description Where people open it in Discord; `null` while it is not there. */
            event_url: string | null;
            /** @description The same of the signup message. */
            message_url: string | null;
            name: string | null;
            description: string | null;
            /** Format: date-time */
            scheduled_start_time: string | null;
            /** Format: date-time */
            scheduled_end_time: string | null;
            /** @enum {string} */
            sync_state: "detached" | "failed" | "pending" | "removed" | "suspended" | "synced";
            last_error: string | null;
            /** Format: date-time */
            created_at: string;
        };
        NamedRoleView: {
            id: string;
            name: string;
        };
        DenialView: {
            /** @enum {string} */
            permission: "Create Events" | "Create Private Threads" | "Create Public Threads" | "Embed Links" | "Manage Channels" | "Manage Events" | "Manage Roles" | "Manage Threads" | "Read Message History" | "Send Messages" | "Send Messages in Threads" | "View Channels";
            /**
             * @description `server`: none of its roles there allows it · `everyone`, `role`, `member`: the channel denies it to @everyone, to roles of
             *     the bot, to the bot itself · `hidden`: the bot does not see the channel.
             * @enum {string}
             */
            by: "everyone" | "hidden" | "member" | "role" | "server";
            /** @description The roles that deny it; of `server`, the bot's own, which could allow it. */
            roles: components["schemas"]["NamedRoleView"][];
        };
        ExaminedFeatureView: {
            /** @enum {string} */
            feature: "announcements" | "channels" | "reminders" | "roles" | "scheduled_events" | "signup_messages" | "threads" | "welcome";
            /** @description Where it is needed; null for the server as a whole. */
            channel_id: string | null;
            /** @description By their names on Discord. */
            needed: ("Create Events" | "Create Private Threads" | "Create Public Threads" | "Embed Links" | "Manage Channels" | "Manage Events" | "Manage Roles" | "Manage Threads" | "Read Message History" | "Send Messages" | "Send Messages in Threads" | "View Channels")[];
            /** @description Those of them that the bot lacks. */
            permissions: ("Create Events" | "Create Private Threads" | "Create Public Threads" | "Embed Links" | "Manage Channels" | "Manage Events" | "Manage Roles" | "Manage Threads" | "Read Message History" | "Send Messages" | "Send Messages in Threads" | "View Channels")[];
            denials: components["schemas"]["DenialView"][];
            /**
             * @description What gives the bot what it lacks: `self`, `POST …/doctor/mend` · `channel`, a person in the channel's settings · `invite`,
             *     the link.
             * @enum {string|null}
             */
            remedy: "channel" | "invite" | null | "self";
            channel_name: string | null;
            /** @description Whether the channel is gone, or holds no messages. */
            channel_unusable: boolean;
        };
        ExaminationView: {
            features: components["schemas"]["ExaminedFeatureView"][];
            /**
             * @description `absent`: the bot is not there · `unknown`: Discord does not say.
             * @enum {string}
             */
            state: "absent" | "seen" | "unknown";
            /** @description Invites the bot anew with what the server does not allow it yet; null when that mends nothing. */
            invite_url: string | null;
        };
        TrialDto: {
            /** @example 100000000000000004 */
            channel_id: string;
        };
        TrialView: {
            ok: boolean;
            /** @description What Discord refused, in plain words. */
            error: string | null;
        };
        DiscordHealthView: {
            discord_events_count: number | null;
            /** @enum {string} */
            status: "healthy" | "unhealthy";
            bot_token_configured: boolean;
            version: string;
        };
        ImportedRowView: {
            /** @description Its line in a table; its place among the events of a calendar. */
            row: number;
            /**
             * @description `new`: would be made; `created`; `exists`: was imported before, and is left as it is; `skipped`: not to be imported;
             *     `invalid`.
             * @enum {string}
             */
            outcome: "created" | "exists" | "invalid" | "new" | "skipped";
            /** Format: uuid */
            event_id?: string;
            title: string;
            /**
             * Format: date-time
             * @description Null when it cannot be read.
             */
            start_at_utc: string | null;
            /** @description Why it is skipped or invalid. */
            message?: string;
        };
        ImportView: {
            items: components["schemas"]["ImportedRowView"][];
        };
        ReceivedView: {
            received: boolean;
        };
        IncomingWebhookView: {
            /** Format: uuid */
            id: string;
            /** @description Its `webhook-id`, or an id of ours. */
            event_id: string;
            type: string;
            /** @description The JSON text exactly as it came. */
            body: string;
            /** Format: date-time */
            created_at: string;
        };
        CreateInviteDto: {
            /**
             * @description A week when left out.
             * @example 48
             */
            expires_in_hours?: number;
            /**
             * @description How many people may join with it; any number when left out.
             * @example 10
             */
            max_uses?: number | null;
        };
        InviteView: {
            /** Format: uuid */
            id: string;
            /** Format: uri */
            url: string;
            /** Format: uuid */
            org_id: string;
            max_uses: number | null;
            /** @description How many people have joined with it. */
            uses: number;
            /** Format: uuid */
            created_by: string;
            /** @description What the link ends with. */
            code: string;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            expires_at: string;
        };
        InvitationView: {
            /** Format: uuid */
            org_id: string;
            org_name: string;
            org_tag: string;
            /** @description The handle of who invites. */
            invited_by: string | null;
            /** Format: date-time */
            expires_at: string;
        };
        JoinedView: {
            /** Format: uuid */
            user_id: string;
            discord_id: string;
            /** Format: uuid */
            org_id: string;
            handle: string;
            /** @enum {string} */
            role: "admin" | "member" | "staff";
            /** Format: date-time */
            joined_at: string;
        };
        CreateJoinRequestDto: {
            /**
             * @description What the organization should know of you.
             * @example I fly a Hull C and have two evenings a week.
             */
            message?: string | null;
        };
        JoinRequestView: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            org_id: string;
            /** Format: uuid */
            user_id: string;
            discord_id: string;
            /** Format: uuid */
            decided_by: string | null;
            handle: string;
            message: string | null;
            /** @enum {string} */
            state: "accepted" | "declined" | "pending";
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            decided_at: string | null;
        };
        NewsView: {
            /** @example event:01980000-0000-7000-8000-000000000000 */
            topic: string;
            /** @description Another number than before means that something changed. */
            version: number;
        };
        MemberView: {
            /** Format: uuid */
            user_id: string;
            discord_id: string;
            handle: string;
            /** @enum {string} */
            role: "admin" | "member" | "staff";
            /** Format: date-time */
            joined_at: string;
        };
        PutMemberDto: {
            /**
             * @example staff
             * @enum {string}
             */
            role: "admin" | "member" | "staff";
        };
        UsedLimitView: {
            /**
             * @example members
             * @enum {string}
             */
            name: "events_per_day" | "feeds" | "invites" | "join_requests" | "members" | "series" | "servers" | "templates";
            used: number;
            max: number;
        };
        UsedLimitsView: {
            items: components["schemas"]["UsedLimitView"][];
        };
        CreateOrganizationDto: {
            /** @example Long Haul Traders */
            name: string;
            /** @example Cargo first. */
            description?: string | null;
            /**
             * Format: uri
             * @example https://example.org
             */
            website_url?: string | null;
            /** @enum {string} */
            visibility?: "private" | "public" | "unlisted";
            /** @example HAUL */
            tag: string;
        };
        ShipView: {
            /** @description How many it takes, with the captain. */
            crew: number;
            maker: string | null;
            name: string;
        };
        OrganizationView: {
            /** Format: uuid */
            id: string;
            /** Format: uri */
            website_url: string | null;
            /** Format: uuid */
            owner_id: string;
            /** @description Ships that it has added to those that are known. */
            ships: components["schemas"]["ShipView"][];
            /**
             * @description What you are there; `user` when you are no member.
             * @enum {string}
             */
            my_rank: "admin" | "anyone" | "member" | "owner" | "site_admin" | "staff" | "user";
            /** @description What you may do there, by the names in docs/permissions.md. */
            my_permissions: ("account.own" | "event.change" | "event.create" | "event.list" | "event.see" | "event.see_draft" | "event.see_private" | "guild.manage" | "installation.operate" | "organization.attendance" | "organization.audit" | "organization.change" | "organization.change_members" | "organization.create" | "organization.decide_requests" | "organization.feeds" | "organization.invite" | "organization.join" | "organization.leave" | "organization.list" | "organization.see" | "organization.see_private" | "organization.transfer" | "public.read" | "signup.open" | "signup.read_notes" | "signup.restricted")[];
            name: string;
            tag: string;
            description: string | null;
            /** @enum {string} */
            visibility: "private" | "public" | "unlisted";
            free_seats_of_leavers: boolean;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
        };
        OwnShipDto: {
            /** @example Rocinante */
            name: string;
            /** @example Tachi */
            maker?: string | null;
            /** @description How many it takes, with the captain. */
            crew: number;
        };
        UpdateOrganizationDto: {
            name?: string;
            tag?: string;
            /** @example Cargo first, then more cargo. */
            description?: string | null;
            /** Format: uri */
            website_url?: string | null;
            /** @enum {string} */
            visibility?: "private" | "public" | "unlisted";
            /**
             * @description Whether seats in events to come are freed, an hour later, of people who left all of the event's servers.
             * @example true
             */
            free_seats_of_leavers?: boolean;
            /**
             * @description All the ships of your own: they are offered where somebody types a ship's name.
             * @example [
             *       {
             *         "name": "Rocinante",
             *         "crew": 4
             *       }
             *     ]
             */
            ships?: components["schemas"]["OwnShipDto"][];
        };
        ShipsView: {
            items: components["schemas"]["ShipView"][];
        };
        ServerRoleView: {
            id: string;
            guild_id: string;
            name: string;
            guild_name: string;
        };
        ServerRolesView: {
            items: components["schemas"]["ServerRoleView"][];
        };
        TransferOrganizationDto: {
            /**
             * Format: uuid
             * @description Who becomes the owner: a member.
             * @example 01980000-0000-7000-8000-000000000000
             */
            user_id: string;
        };
        MemberPlanView: {
            discord_id: string;
            /** @description The roles of the main server that it gives. */
            roles: string[];
            /** @description Whether the member has a plan; without one the rest is `null`. */
            entitled: boolean;
            plan: string | null;
            /** @description How its payment stands: `active`, `trialing` or `past_due`. */
            status: string | null;
            /** Format: date-time */
            since: string | null;
            /**
             * Format: date-time
             * @description Paid until, or over then.
             */
            until: string | null;
            renews: boolean | null;
        };
        FeeDto: {
            /** @example Organization */
            name: string;
            /** @description Rounded down; left out where `amount` is given. */
            percent?: number;
            /** @description In aUEC; counts before `percent`. */
            amount?: number;
        };
        RoleWeightDto: {
            weight: number;
            /** Format: uuid */
            role_id: string;
        };
        GuestDto: {
            /** @example Old friend */
            name: string;
            /**
             * @description As how many members, with the whole event, they count.
             * @default 1
             */
            weight?: number;
        };
        PayoutDto: {
            /**
             * @description In aUEC.
             * @example 1250000
             */
            haul: number;
            /**
             * @example [
             *       {
             *         "name": "Organization",
             *         "percent": 10
             *       }
             *     ]
             */
            fees?: components["schemas"]["FeeDto"][];
            /**
             * @description With the rule "roles"; roles that are left out count 1.
             * @example []
             */
            role_weights?: components["schemas"]["RoleWeightDto"][];
            /**
             * @example [
             *       {
             *         "name": "Old friend"
             *       }
             *     ]
             */
            guests?: components["schemas"]["GuestDto"][];
            /**
             * @description Alike, by minutes in the event's voice channels, or by the weights of roles.
             * @example equal
             * @enum {string}
             */
            rule: "equal" | "presence" | "roles";
        };
        FeeView: {
            amount: number | null;
            /** @description What it comes to, in aUEC. */
            paid: number;
            name: string;
            percent: number | null;
        };
        RoleWeightView: {
            /** Format: uuid */
            role_id: string;
            weight: number;
        };
        GuestView: {
            weight: number;
            name: string;
        };
        ShareView: {
            /** Format: uuid */
            id: string;
            /**
             * Format: uuid
             * @description `null` for a guest.
             */
            user_id: string | null;
            weight: number;
            /** @description In aUEC. */
            amount: number;
            guest: string | null;
            /** @description A member's handle, or a guest's name. */
            name: string;
            /** Format: date-time */
            received_at: string | null;
        };
        PayoutView: {
            /** Format: uuid */
            event_id: string;
            /** Format: uuid */
            org_id: string;
            haul: number;
            fees: components["schemas"]["FeeView"][];
            role_weights: components["schemas"]["RoleWeightView"][];
            guests: components["schemas"]["GuestView"][];
            shares: components["schemas"]["ShareView"][];
            revision: number;
            /** Format: uuid */
            created_by: string;
            title: string;
            /** Format: date-time */
            start_at_utc: string;
            /** @enum {string} */
            rule: "equal" | "presence" | "roles";
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
        };
        ReceivedDto: {
            /**
             * @description `false` takes it back.
             * @default true
             * @example true
             */
            received?: boolean;
        };
        OwnShareView: {
            /** Format: uuid */
            event_id: string;
            /** @description In aUEC. */
            amount: number;
            revision: number;
            title: string;
            /** Format: date-time */
            start_at_utc: string;
            /** Format: date-time */
            received_at: string | null;
        };
        PlanChangeDto: {
            /** @example 100000000000000001 */
            discord_id: string;
            /**
             * @description The plan from now on; only `subscription_cancelled` needs none.
             * @example pro
             */
            plan?: string | null;
            /** @description Shown to the member: `email`, `old_plan`, `new_plan` and `reason`. */
            metadata?: {
                [key: string]: unknown;
            } | null;
            /** @description Your own id of this change; sent again, it is carried out once. */
            external_id?: string | null;
            /**
             * @example plan_upgraded
             * @enum {string}
             */
            action: "plan_downgraded" | "plan_upgraded" | "subscription_cancelled" | "subscription_created" | "subscription_updated";
        };
        PlanChangeView: {
            /** Format: uuid */
            id: string;
            discord_id: string;
            /** @enum {string} */
            action: "plan_downgraded" | "plan_upgraded" | "subscription_cancelled" | "subscription_created" | "subscription_updated";
            plan: string | null;
            external_id: string | null;
            steps: {
                [key: string]: unknown;
            };
            /** Format: date-time */
            created_at: string;
        };
        SubscriptionView: {
            /** Format: uuid */
            id: string;
            /** @description The member; `null` as long as it is not matched. */
            discord_id: string | null;
            /** @description The payment provider's own id of it. */
            subscription_id: string;
            customer_id: string | null;
            email: string | null;
            /** @description What may name its plan: lookup keys, nicknames and metadata of its items. */
            plan_keys: string[];
            /** @description In Stripe's words. */
            status: string;
            /** @description Whether its member has a plan by it. */
            entitles: boolean;
            /** Format: date-time */
            period_end: string | null;
            /** Format: date-time */
            created_at: string;
        };
        MatchDto: {
            /** @example 100000000000000001 */
            discord_id: string;
        };
        CreateRoleMappingDto: {
            /** @example 100000000000000001 */
            guild_id: string;
            /** @example 100000000000000003 */
            discord_role_id: string;
            /**
             * @description An organization's, event's or role's id, or a plan's name.
             * @example pro
             */
            verselink_entity_id?: string | null;
            /** @description Of a plan: the higher the better, for members with several; else the younger mapping is the better plan. */
            rank?: number | null;
            /** @default true */
            auto_assign?: boolean;
            /** @default true */
            auto_remove?: boolean;
            /**
             * @example plan
             * @enum {string}
             */
            verselink_role_type: "event_participant" | "event_role" | "org_member" | "org_staff" | "plan";
        };
        RoleMappingView: {
            /** Format: uuid */
            id: string;
            guild_id: string;
            discord_role_id: string;
            /** @enum {string} */
            verselink_role_type: "event_participant" | "event_role" | "org_member" | "org_staff" | "plan";
            verselink_entity_id: string | null;
            rank: number | null;
            auto_assign: boolean;
            auto_remove: boolean;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
        };
        UpdateRoleMappingDto: {
            /** @description Of a plan: the higher the better. */
            rank?: number | null;
            auto_assign?: boolean;
            /** @example false */
            auto_remove?: boolean;
        };
        CreateRoleMenuDto: {
            /**
             * @description Our own words, in the server's language, when left out.
             * @example Your ships
             */
            title?: string | null;
            /** @example Which ships do you fly? */
            description?: string | null;
            /**
             * @description How many of the roles a member may have; all when left out. With 1, a choice takes the place of the one before.
             * @example 2
             */
            max?: number | null;
            /** @example 100000000000000001 */
            guild_id: string;
            /** @example 100000000000000004 */
            channel_id: string;
            /**
             * @description The roles that members may take, below the bot's own and without rights that are not for everybody.
             * @example [
             *       "100000000000000003",
             *       "100000000000000006"
             *     ]
             */
            discord_role_ids?: string[];
            /** @description Role mappings of the server, in the place of their roles. */
            mapping_ids?: string[];
        };
        RoleMenuView: {
            /** Format: uuid */
            id: string;
            guild_id: string;
            channel_id: string;
            discord_role_ids: string[];
            /** @description `null` when Discord did not say whether it has the message; the next change posts it. */
            discord_message_id: string | null;
            title: string | null;
            description: string | null;
            max: number | null;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
        };
        UpdateRoleMenuDto: {
            /**
             * @description Our own words, in the server's language, when left out.
             * @example Your ships
             */
            title?: string | null;
            /** @example Which ships do you fly? */
            description?: string | null;
            /**
             * @description How many of the roles a member may have; all when left out. With 1, a choice takes the place of the one before.
             * @example 2
             */
            max?: number | null;
            /**
             * @example [
             *       "100000000000000003"
             *     ]
             */
            discord_role_ids?: string[];
        };
        CreatePersonalTokenDto: {
            /** @example Calendar of my squadron */
            name: string;
            /**
             * @description What the token may do: read or write one part of the API, or all that only site admins may do.
             * @example [
             *       "events:read",
             *       "signups:read"
             *     ]
             */
            scopes: ("admin" | "discord:read" | "discord:write" | "events:read" | "events:write" | "organizations:read" | "organizations:write" | "profile:read" | "profile:write" | "signups:read" | "signups:write")[];
            /**
             * Format: date-time
             * @description Without it, the token lasts until it is revoked.
             * @example 2042-01-01T12:00:00.000Z
             */
            expires_at?: string | null;
        };
        NewPersonalTokenView: {
            /** Format: uuid */
            id: string;
            scopes: ("admin" | "discord:read" | "discord:write" | "events:read" | "events:write" | "organizations:read" | "organizations:write" | "profile:read" | "profile:write" | "signups:read" | "signups:write")[];
            /** @description The token itself, to be sent as `Authorization: Bearer`: shown here and never again. */
            token: string;
            name: string;
            /** Format: date-time */
            created_at: string;
            /**
             * Format: date-time
             * @description Noted every ten minutes at most.
             */
            last_used_at: string | null;
            /**
             * Format: date-time
             * @description `null` for one that lasts until it is revoked; one that has ended stays in the list for 30 days.
             */
            expires_at: string | null;
        };
        PersonalTokenView: {
            /** Format: uuid */
            id: string;
            scopes: ("admin" | "discord:read" | "discord:write" | "events:read" | "events:write" | "organizations:read" | "organizations:write" | "profile:read" | "profile:write" | "signups:read" | "signups:write")[];
            name: string;
            /** Format: date-time */
            created_at: string;
            /**
             * Format: date-time
             * @description Noted every ten minutes at most.
             */
            last_used_at: string | null;
            /**
             * Format: date-time
             * @description `null` for one that lasts until it is revoked; one that has ended stays in the list for 30 days.
             */
            expires_at: string | null;
        };
        EventOfSeriesDto: {
            /** @example Ruin Station */
            location?: string | null;
            /** @enum {string} */
            visibility?: "private" | "public" | "unlisted";
            /**
             * @example [
             *       {
             *         "ship_model": "Hull C",
             *         "required_crew": 3
             *       }
             *     ]
             */
            fleet_ships?: components["schemas"]["FleetShipDto"][];
            /** Format: uri */
            banner_url?: string | null;
            /** @description Discord roles of the organization's servers: when there are any, signing up is for their holders and for members. */
            signup_role_ids?: string[];
            /** @description With it signing up is for the organization's members, and holders of `signup_role_ids`, although others see the event. */
            members_only?: boolean;
            /** @description With it only the choice of a role takes a seat, where the event has roles. */
            role_required?: boolean;
            /** @description With it staff approve each signup: until then it takes neither a seat nor a place in the queue. Without it again, all are approved. */
            approval_required?: boolean;
            /**
             * @description How long a seat that frees is held for the first who waits; who does not take it leaves the queue. `null`: they have it at once,
             *     as near the start in any case.
             */
            offer_minutes?: number | null;
            /** @description What members can answer beside taking a seat or none. */
            answers?: ("absent" | "late" | "tentative")[];
            /**
             * @description How many minutes before the start it is reminded of; as each server says when left out, not at all when empty.
             * @example [
             *       1440,
             *       60
             *     ]
             */
            reminder_offsets_minutes?: number[] | null;
            /**
             * @description Limit over all roles; without it there is none.
             * @example 40
             */
            max_participants?: number | null;
            /**
             * @example [
             *       {
             *         "name": "Pilot",
             *         "capacity": 4,
             *         "emoji": "🚀"
             *       }
             *     ]
             */
            roles?: components["schemas"]["NewRoleDto"][];
            /** @example Convoy to Pyro, again */
            title?: string;
            description?: string;
            /** @enum {string} */
            type?: "autre" | "course" | "exploration" | "fps" | "logistique" | "mining" | "pvp" | "raid" | "roleplay" | "salvaging" | "trading";
            /** @example 150 */
            duration_minutes?: number;
        };
        CreateSeriesDto: {
            /**
             * Format: uuid
             * @description A template that says what `event` leaves out.
             */
            template_id?: string;
            /**
             * Format: uuid
             * @description An event that becomes the first occurrence, and says what `event` leaves out.
             */
            event_id?: string;
            /**
             * @description What the events have in common.
             * @example {
             *       "title": "Convoy to Pyro",
             *       "description": "We meet at the station and fly out together.",
             *       "type": "trading",
             *       "duration_minutes": 120
             *     }
             */
            event?: components["schemas"]["EventOfSeriesDto"];
            /**
             * @description How many days before its start an occurrence is published.
             * @example 14
             */
            publish_days_before?: number;
            /**
             * Format: uuid
             * @example 01980000-0000-7000-8000-000000000000
             */
            org_id: string;
            /**
             * @description A rule of RFC 5545 with FREQ (DAILY, WEEKLY, MONTHLY), INTERVAL, BYDAY, BYMONTHDAY, COUNT or UNTIL.
             * @example FREQ=WEEKLY;BYDAY=TU
             */
            rule: string;
            /**
             * @description On whose clock it takes place.
             * @example Europe/Paris
             */
            timezone: string;
            /**
             * @description When it begins, on that clock.
             * @example 2042-01-07T21:00
             */
            local_start: string;
        };
        OccurrenceView: {
            /**
             * Format: date
             * @description The day that names it.
             */
            occurrence: string;
            /** Format: date-time */
            start_at_utc: string;
        };
        TemplateRoleView: {
            capacity: number;
            name: string;
            description: string | null;
            emoji: string | null;
        };
        TemplateShipView: {
            /** @description With the captain. */
            required_crew: number;
            ship_model: string;
            notes: string | null;
        };
        EventOfSeriesView: {
            duration_minutes: number;
            max_participants: number | null;
            roles: components["schemas"]["TemplateRoleView"][];
            fleet_ships: components["schemas"]["TemplateShipView"][];
            signup_role_ids: string[];
            offer_minutes: number | null;
            answers: ("absent" | "late" | "tentative")[];
            reminder_offsets_minutes: number[] | null;
            title: string;
            description: string;
            /** @enum {string} */
            type: "autre" | "course" | "exploration" | "fps" | "logistique" | "mining" | "pvp" | "raid" | "roleplay" | "salvaging" | "trading";
            location: string | null;
            /** @enum {string} */
            visibility: "private" | "public" | "unlisted";
            banner_url: string | null;
            members_only: boolean;
            role_required: boolean;
            approval_required: boolean;
        };
        SeriesView: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            org_id: string;
            publish_days_before: number;
            /** @description Days to come on which it does not take place. */
            skipped: string[];
            /** @description The next occurrences, by the rule; `GET /events` has their events once they are published. */
            next_occurrences: components["schemas"]["OccurrenceView"][];
            /** Format: uuid */
            created_by: string;
            event: components["schemas"]["EventOfSeriesView"];
            rule: string;
            timezone: string;
            local_start: string;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
        };
        PreviewSeriesDto: {
            /**
             * Format: uuid
             * @example 01980000-0000-7000-8000-000000000000
             */
            org_id: string;
            /**
             * @description A rule of RFC 5545 with FREQ (DAILY, WEEKLY, MONTHLY), INTERVAL, BYDAY, BYMONTHDAY, COUNT or UNTIL.
             * @example FREQ=WEEKLY;BYDAY=TU
             */
            rule: string;
            /**
             * @description On whose clock it takes place.
             * @example Europe/Paris
             */
            timezone: string;
            /**
             * @description When it begins, on that clock.
             * @example 2042-01-07T21:00
             */
            local_start: string;
        };
        NextOccurrencesView: {
            next_occurrences: components["schemas"]["OccurrenceView"][];
        };
        UpdateSeriesDto: {
            /**
             * @description What the events have in common.
             * @example {
             *       "title": "Convoy to Pyro",
             *       "description": "We meet at the station and fly out together.",
             *       "type": "trading",
             *       "duration_minutes": 120
             *     }
             */
            event?: components["schemas"]["EventOfSeriesDto"];
            /**
             * @description How many days before its start an occurrence is published.
             * @example 14
             */
            publish_days_before?: number;
            /**
             * @description A rule of RFC 5545 with FREQ (DAILY, WEEKLY, MONTHLY), INTERVAL, BYDAY, BYMONTHDAY, COUNT or UNTIL.
             * @example FREQ=WEEKLY;BYDAY=TU
             */
            rule?: string;
            /**
             * @description On whose clock it takes place.
             * @example Europe/Paris
             */
            timezone?: string;
            /**
             * @description When it begins, on that clock.
             * @example 2042-01-07T21:00
             */
            local_start?: string;
        };
        SkipOccurrenceDto: {
            /**
             * @description The day that names the occurrence, on the calendar of the series' zone.
             * @example 2042-01-14
             */
            occurrence: string;
        };
        SessionView: {
            /** Format: uuid */
            id: string;
            /** @description What the browser calls itself. */
            user_agent: string | null;
            /** @description Whether this is the session that asks. */
            is_current: boolean;
            /** Format: date-time */
            created_at: string;
            /**
             * Format: date-time
             * @description Noted every ten minutes at most.
             */
            last_used_at: string;
            /**
             * Format: date-time
             * @description When the session ends unless it is used before.
             */
            expires_at: string;
        };
        SessionTokenView: {
            /** @enum {string} */
            token_type: "Bearer";
            /** @description Seconds until the token ends; it ends with its session, too. */
            expires_in: number;
            access_token: string;
        };
        NewSignupDto: {
            /**
             * @description A seat, or an answer that the event offers (`answers`).
             * @example confirmed
             * @enum {string}
             */
            status?: "absent" | "confirmed" | "late" | "tentative";
            /**
             * Format: uuid
             * @description One of the event's roles; `null` for none.
             */
            role_id?: string | null;
            /** @description Several of the event's roles, the dearest first: you get the first in which a seat is free, now or from the queue. */
            role_ids?: string[];
            /** @example I bring a spare ship. */
            notes?: string | null;
            /** @example Cutlass Black */
            ship_model?: string | null;
            /**
             * Format: uuid
             * @description Whom to sign up; yourself when it is left out. For somebody else you must be staff.
             */
            user_id?: string;
        };
        SignupView: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            user_id: string;
            discord_id: string;
            /** Format: uuid */
            role_id: string | null;
            /** @description While they wait: the roles that they stand for, the dearest first. */
            role_ids: string[];
            /** @description 1 for the first of those waiting. */
            position_in_waitlist: number | null;
            /**
             * Format: uuid
             * @description The ship of the event that they are aboard, and as what.
             */
            ship_id: string | null;
            /** @enum {string|null} */
            ship_post: "captain" | "crew" | null;
            handle: string;
            role_name: string | null;
            /**
             * @description `pending`: staff have to approve it. `offered`: a seat is held for them until `offer_expires_at`.
             * @enum {string}
             */
            status: "absent" | "checked_in" | "confirmed" | "late" | "no_show" | "offered" | "pending" | "tentative" | "waitlist" | "withdrawn";
            /** Format: date-time */
            offer_expires_at: string | null;
            notes: string | null;
            /** @description The ship that they bring. */
            ship_model: string | null;
            /** @enum {string} */
            source: "discord" | "web";
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            checked_in_at: string | null;
        };
        UpdateSignupDto: {
            /**
             * @description A seat, or an answer that the event offers (`answers`).
             * @example confirmed
             * @enum {string}
             */
            status?: "absent" | "confirmed" | "late" | "tentative";
            /**
             * Format: uuid
             * @description One of the event's roles; `null` for none.
             */
            role_id?: string | null;
            /** @description Several of the event's roles, the dearest first: you get the first in which a seat is free, now or from the queue. */
            role_ids?: string[];
            /** @example I bring a spare ship. */
            notes?: string | null;
            /** @example Cutlass Black */
            ship_model?: string | null;
            /**
             * Format: uuid
             * @description One of the event's ships, to board it; `null` to leave it. It stands alone with `ship_post`, and needs a seat in the event.
             */
            ship_id?: string | null;
            /**
             * @description What to be aboard; without it one of the crew, or the captain where only that is free.
             * @enum {string}
             */
            ship_post?: "captain" | "crew";
        };
        PlaceSignupDto: {
            /**
             * Format: uuid
             * @description One of the event's ships, to board it; `null` to leave it. It stands alone with `ship_post`, and needs a seat in the event.
             */
            ship_id?: string | null;
            /**
             * @description What to be aboard; without it one of the crew, or the captain where only that is free.
             * @enum {string}
             */
            ship_post?: "captain" | "crew";
            /**
             * Format: uuid
             * @description One of the event's roles; `null` for none.
             */
            role_id?: string | null;
            /**
             * @description A seat, a place at the end of the queue, a mark, an answer that the event offers, or nothing any more.
             * @example confirmed
             * @enum {string}
             */
            status?: "absent" | "checked_in" | "confirmed" | "late" | "no_show" | "tentative" | "waitlist" | "withdrawn";
            /** @description Whether a signup that waits for approval has it; it stands alone. */
            approved?: boolean;
        };
        SeatReasonView: {
            /** @enum {string} */
            code: "answered_without_seat" | "declined" | "event_closed" | "event_full" | "in_queue" | "missed" | "needs_approval" | "offer_lapsed" | "role_filled_first" | "role_full" | "seat_offered" | "seated" | "withdrawn";
            /**
             * Format: uuid
             * @description The role that it is about; `null` for the event as a whole.
             */
            role_id: string | null;
            /** @description In plain words. */
            detail: string;
        };
        NoticeReasonView: {
            /** @enum {string} */
            kind: "announcement" | "approved" | "cancellation" | "change" | "declined" | "lapsed" | "offer" | "promotion" | "reminder";
            /** @enum {string} */
            code: "dm_closed" | "failed" | "mentioned" | "no_reminders" | "no_seat" | "not_due" | "not_published" | "opted_out" | "out_of_date" | "sent" | "too_late" | "under_way";
            /** @description In plain words. */
            detail: string;
            /**
             * Format: date-time
             * @description When a reminder comes; `null` otherwise.
             */
            due_at: string | null;
        };
        WhyView: {
            signup: components["schemas"]["SignupView"];
            seat: components["schemas"]["SeatReasonView"][];
            notices: components["schemas"]["NoticeReasonView"][];
        };
        RecentActivityView: {
            discord_events_created: number;
            interactive_messages_sent: number;
            interactions: number;
            jobs_completed: number;
            jobs_failed: number;
        };
        DiscordStatisticsView: {
            total_guilds: number;
            /** @description Those in which events are mirrored. */
            active_guilds: number;
            total_webhooks_sent: number;
            total_webhooks_received: number;
            pending_jobs: number;
            failed_jobs: number;
            discord_events_created: number;
            interactive_messages_sent: number;
            last_24h_activity: components["schemas"]["RecentActivityView"];
        };
        HealthStandingView: {
            /** @enum {string} */
            service: "discord-bot" | "website-backend";
            healthy: boolean;
            /** Format: date-time */
            since: string;
        };
        QueueStateView: {
            waiting: number;
            active: number;
            /** @description Their time has not come. */
            delayed: number;
            name: string;
        };
        OperationsView: {
            services: components["schemas"]["HealthStandingView"][];
            /** @description None while Redis does not answer. */
            queues: components["schemas"]["QueueStateView"][];
            /** @description For how long a call to Discord that came now would wait within its limits; `null` when that is not known. */
            discord_backlog_ms: number | null;
            database: boolean;
            redis: boolean;
        };
        ScheduledEventStatisticsView: {
            total_discord_events: number;
            active_discord_events: number;
            completed_discord_events: number;
            total_interactive_messages: number;
            active_interactive_messages: number;
            /** @description Of the last 24 hours. */
            recent_discord_events: number;
            /** @description Of the last 24 hours. */
            recent_interactions: number;
        };
        InteractionDayView: {
            /** @enum {string} */
            kind: "command" | "component";
            count: number;
            /** @description For each hour of the day, from 0 to 23. */
            by_hour: number[];
            average_ack_ms: number;
            /** @example 2026-01-07 */
            day: string;
            longest_ack_ms: number;
        };
        FiguresStepView: {
            requests: number;
            /** @description Interactions of members on Discord. */
            clicks: number;
            /** @description Calls to Discord's REST API. */
            discord_requests: number;
            /** @description Those of them that Discord refused as too many. */
            discord_429s: number;
            jobs_finished: number;
            /** @description Those of them that failed for good. */
            jobs_failed: number;
            /** @description Those that waited for a worker, the most at once. */
            jobs_waiting: number | null;
            jobs_active: number | null;
            /** @description Those whose time had not come. */
            jobs_delayed: number | null;
            /** @description Mirrors on Discord servers that did not show the latest change. */
            mirrors_behind: number | null;
            /**
             * Format: date-time
             * @description When the step began.
             */
            at: string;
            request_p50_ms: number | null;
            request_p99_ms: number | null;
            /** @description Until their acknowledgement. */
            click_p50_ms: number | null;
            click_p99_ms: number | null;
            /** @description How long calls waited for their turn within Discord's limits. */
            discord_wait_p50_ms: number | null;
            discord_wait_p99_ms: number | null;
            /** @description For how long the oldest of them had been due. */
            mirror_lag_seconds: number | null;
        };
        FiguresView: {
            step_minutes: number;
            items: components["schemas"]["FiguresStepView"][];
        };
        CreateTemplateDto: {
            /** @example Ruin Station */
            location?: string | null;
            /** @enum {string} */
            visibility?: "private" | "public" | "unlisted";
            /**
             * @example [
             *       {
             *         "ship_model": "Hull C",
             *         "required_crew": 3
             *       }
             *     ]
             */
            fleet_ships?: components["schemas"]["FleetShipDto"][];
            /** Format: uri */
            banner_url?: string | null;
            /** @description Discord roles of the organization's servers: when there are any, signing up is for their holders and for members. */
            signup_role_ids?: string[];
            /** @description With it signing up is for the organization's members, and holders of `signup_role_ids`, although others see the event. */
            members_only?: boolean;
            /** @description With it only the choice of a role takes a seat, where the event has roles. */
            role_required?: boolean;
            /** @description With it staff approve each signup: until then it takes neither a seat nor a place in the queue. Without it again, all are approved. */
            approval_required?: boolean;
            /**
             * @description How long a seat that frees is held for the first who waits; who does not take it leaves the queue. `null`: they have it at once,
             *     as near the start in any case.
             */
            offer_minutes?: number | null;
            /** @description What members can answer beside taking a seat or none. */
            answers?: ("absent" | "late" | "tentative")[];
            /** @description Whether members' answers stay as they are; you may still change them. */
            locked?: boolean;
            /**
             * @description How many minutes before the start it is reminded of; as each server says when left out, not at all when empty.
             * @example [
             *       1440,
             *       60
             *     ]
             */
            reminder_offsets_minutes?: number[] | null;
            /**
             * @description Limit over all roles; without it there is none.
             * @example 40
             */
            max_participants?: number | null;
            /**
             * @example [
             *       {
             *         "name": "Pilot",
             *         "capacity": 4,
             *         "emoji": "🚀"
             *       }
             *     ]
             */
            roles?: components["schemas"]["NewRoleDto"][];
            /**
             * @description How many minutes before the start signups close; negative for after it.
             * @example 60
             */
            signup_closes_before_minutes?: number | null;
            /** @example Weekly convoy */
            name: string;
            /**
             * Format: uuid
             * @description An event to take over what is left out.
             */
            event_id?: string;
            /** @example Convoy to Pyro */
            title?: string;
            /** @example We meet at the station and fly out together. */
            description?: string;
            /**
             * @example trading
             * @enum {string}
             */
            type?: "autre" | "course" | "exploration" | "fps" | "logistique" | "mining" | "pvp" | "raid" | "roleplay" | "salvaging" | "trading";
            /** @example 120 */
            duration_minutes?: number;
        };
        TemplateView: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            org_id: string;
            duration_minutes: number;
            max_participants: number | null;
            roles: components["schemas"]["TemplateRoleView"][];
            fleet_ships: components["schemas"]["TemplateShipView"][];
            signup_role_ids: string[];
            offer_minutes: number | null;
            answers: ("absent" | "late" | "tentative")[];
            reminder_offsets_minutes: number[] | null;
            signup_closes_before_minutes: number | null;
            /** @description For `If-Match`: raised by each change. */
            revision: number;
            /** Format: uuid */
            created_by: string;
            name: string;
            title: string;
            description: string;
            /** @enum {string} */
            type: "autre" | "course" | "exploration" | "fps" | "logistique" | "mining" | "pvp" | "raid" | "roleplay" | "salvaging" | "trading";
            location: string | null;
            /** @enum {string} */
            visibility: "private" | "public" | "unlisted";
            banner_url: string | null;
            members_only: boolean;
            role_required: boolean;
            approval_required: boolean;
            locked: boolean;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
        };
        UpdateTemplateDto: {
            /** @example Ruin Station */
            location?: string | null;
            /** @enum {string} */
            visibility?: "private" | "public" | "unlisted";
            /**
             * @example [
             *       {
             *         "ship_model": "Hull C",
             *         "required_crew": 3
             *       }
             *     ]
             */
            fleet_ships?: components["schemas"]["FleetShipDto"][];
            /** Format: uri */
            banner_url?: string | null;
            /** @description Discord roles of the organization's servers: when there are any, signing up is for their holders and for members. */
            signup_role_ids?: string[];
            /** @description With it signing up is for the organization's members, and holders of `signup_role_ids`, although others see the event. */
            members_only?: boolean;
            /** @description With it only the choice of a role takes a seat, where the event has roles. */
            role_required?: boolean;
            /** @description With it staff approve each signup: until then it takes neither a seat nor a place in the queue. Without it again, all are approved. */
            approval_required?: boolean;
            /**
             * @description How long a seat that frees is held for the first who waits; who does not take it leaves the queue. `null`: they have it at once,
             *     as near the start in any case.
             */
            offer_minutes?: number | null;
            /** @description What members can answer beside taking a seat or none. */
            answers?: ("absent" | "late" | "tentative")[];
            /**
             * @description How many minutes before the start it is reminded of; as each server says when left out, not at all when empty.
             * @example [
             *       1440,
             *       60
             *     ]
             */
            reminder_offsets_minutes?: number[] | null;
            /**
             * @description Limit over all roles; without it there is none.
             * @example 40
             */
            max_participants?: number | null;
            /**
             * @example [
             *       {
             *         "name": "Pilot",
             *         "capacity": 4,
             *         "emoji": "🚀"
             *       }
             *     ]
             */
            roles?: components["schemas"]["NewRoleDto"][];
            /** @example Convoy to Pyro, again */
            title?: string;
            description?: string;
            /** @enum {string} */
            type?: "autre" | "course" | "exploration" | "fps" | "logistique" | "mining" | "pvp" | "raid" | "roleplay" | "salvaging" | "trading";
            /** @example 150 */
            duration_minutes?: number;
            /** @description Whether members' answers stay as they are; you may still change them. */
            locked?: boolean;
            /**
             * @description How many minutes before the start signups close; negative for after it.
             * @example 60
             */
            signup_closes_before_minutes?: number | null;
            /** @example Weekly convoy, late */
            name?: string;
        };
        UserView: {
            /** Format: uuid */
            id: string;
            discord_id: string;
            /** Format: email */
            email: string | null;
            dm_kinds: ("announcement" | "cancellation" | "change" | "promotion" | "reminder")[];
            handle: string;
            email_verified: boolean;
            /** @enum {string} */
            locale: "en" | "fr";
            timezone: string;
            dm_opt_in: boolean;
            site_admin: boolean;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
        };
        UpdateUserDto: {
            /** @example Ada */
            handle?: string;
            /**
             * Format: email
             * @description `null` takes the address away.
             */
            email?: string | null;
            /**
             * @example fr
             * @enum {string}
             */
            locale?: "en" | "fr";
            /**
             * @description IANA name, for example `Europe/Paris`.
             * @example Europe/Paris
             */
            timezone?: string;
            /**
             * @description Whether you want direct messages about your events.
             * @example true
             */
            dm_opt_in?: boolean;
            /** @description Which of them you want: those that are left out are not sent. */
            dm_kinds?: ("announcement" | "cancellation" | "change" | "promotion" | "reminder")[];
        };
        OwnSignupView: {
            event: components["schemas"]["EventView"];
            signup: components["schemas"]["SignupView"];
            /** @description What you may do about it now. */
            acts: ("accept_offer" | "answer" | "check_in" | "withdraw")[];
        };
        CreateWebhookDto: {
            /**
             * Format: uri
             * @description An https address on a public host.
             * @example https://example.org/verselink
             */
            url: string;
            /**
             * @example [
             *       "member_joined"
             *     ]
             */
            events: ("*" | "command_used" | "event.cancelled" | "event.completed" | "event.published" | "event.started" | "event.updated" | "health.changed" | "job.failed" | "member_joined" | "member_left" | "message_sent" | "plan.changed" | "role_updated" | "signup.approved" | "signup.created" | "signup.declined" | "signup.moved" | "signup.withdrawn" | "waitlist.lapsed" | "waitlist.offered" | "waitlist.promoted" | "webhook.disabled")[];
            /** @description Signs the deliveries; one is made when it is left out. */
            secret?: string;
            active?: boolean;
        };
        WebhookView: {
            /** Format: uuid */
            id: string;
            events: ("*" | "command_used" | "event.cancelled" | "event.completed" | "event.published" | "event.started" | "event.updated" | "health.changed" | "job.failed" | "member_joined" | "member_left" | "message_sent" | "plan.changed" | "role_updated" | "signup.approved" | "signup.created" | "signup.declined" | "signup.moved" | "signup.withdrawn" | "waitlist.lapsed" | "waitlist.offered" | "waitlist.promoted" | "webhook.disabled")[];
            consecutive_failures: number;
            /** @enum {string|null} */
            disabled_reason: "failing" | "gone" | null;
            url: string;
            /** @description Whole in the answers that make one, masked everywhere else. */
            secret: string;
            /**
             * Format: date-time
             * @description Until then, deliveries are signed with the secret before as well.
             */
            previous_secret_until: string | null;
            active: boolean;
            /** Format: date-time */
            disabled_at: string | null;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
        };
        UpdateWebhookDto: {
            /**
             * Format: uri
             * @description An https address on a public host.
             */
            url?: string;
            events?: ("*" | "command_used" | "event.cancelled" | "event.completed" | "event.published" | "event.started" | "event.updated" | "health.changed" | "job.failed" | "member_joined" | "member_left" | "message_sent" | "plan.changed" | "role_updated" | "signup.approved" | "signup.created" | "signup.declined" | "signup.moved" | "signup.withdrawn" | "waitlist.lapsed" | "waitlist.offered" | "waitlist.promoted" | "webhook.disabled")[];
            /** @description The one before is valid for another day. */
            secret?: string;
            /**
             * @description Switching it on again forgives its failures.
             * @example true
             */
            active?: boolean;
        };
        DeliveryView: {
            /** Format: uuid */
            id: string;
            attempts: number;
            /** @description HTTP status of the last answer. */
            response_status: number | null;
            duration_ms: number | null;
            event_id: string;
            type: string;
            /** @enum {string} */
            status: "cancelled" | "delivered" | "failed" | "pending" | "received";
            /** @description The first 500 characters of the last answer. */
            response_excerpt: string | null;
            error: string | null;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            last_attempt_at: string | null;
        };
        Problem: {
            /** @example about:blank */
            type: string;
            /** @example Unprocessable Entity */
            title: string;
            /** @example 422 */
            status: number;
            /** @example The request has invalid fields. */
            detail: string;
            /**
             * @description Stable, for programs.
             * @example validation_failed
             */
            code: string;
            /** @description On validation: the fields that break a rule. */
            errors?: {
                /** @example roles.0.capacity */
                field: string;
                message: string;
            }[];
        };
    };
    responses: {
        /** @description The body is not valid JSON, or the address is broken. */
        Malformed: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description No token, session or signature, or one that is not good. */
        Unauthenticated: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description You may not do this; `code` says what is missing. */
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description What the address or the body names is not there, or not visible to you. */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The state of things does not allow it, or a limit is reached; `code` says which. */
        Conflict: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `If-Match` names another revision than the present one. */
        Outdated: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is larger than 1 MiB. */
        TooLarge: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description A part of the address is longer than any that there is. */
        AddressTooLong: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is of a type or an encoding that is not taken here. */
        UnsupportedMediaType: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Fields are wrong or unknown; `errors` names each of them. */
        Invalid: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Too many requests; `Retry-After` says how long to wait. */
        TooManyRequests: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Overloaded, or a part that is needed is away; the same works later. */
        Unavailable: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    AttendanceController_list: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next_cursor` of the page before; leave it out for the first page. */
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["MemberAttendanceView"][];
                        next_cursor: string | null;
                    };
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["AddressTooLong"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    AttendanceController_total: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TotalAttendanceView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["AddressTooLong"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    AttendanceController_table: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["AddressTooLong"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    AttendanceController_ofEvent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["EventAttendanceView"][];
                        next_cursor: string | null;
                    };
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["AddressTooLong"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    AttendanceController_own: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["OwnAttendanceView"][];
                        next_cursor: string | null;
                    };
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    AnnouncementsController_announce: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "message": "We meet ten minutes earlier, at the hangar."
                 *     }
                 */
                "application/json": components["schemas"]["AnnounceDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnnouncementView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    AuditController_list: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next_cursor` of the page before; leave it out for the first page. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["NamedAuditEntryView"][];
                        next_cursor: string | null;
                    };
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            /** @description Only site admins may do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    BotEventsController_list: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next_cursor` of the page before; leave it out for the first page. */
                cursor?: string;
                event_type?: "command_used" | "member_joined" | "member_left" | "message_sent" | "role_updated";
                guild_id?: string;
                discord_id?: string;
                /** @description With or without the leading slash. */
                command?: string;
                /** @description Received at this time or later. */
                from?: string;
                /** @description Received before this time. */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["BotEventView"][];
                        next_cursor: string | null;
                    };
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            /** @description Only site admins may do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    BotEventsController_stats: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next_cursor` of the page before; leave it out for the first page. */
                cursor?: string;
                event_type?: "command_used" | "member_joined" | "member_left" | "message_sent" | "role_updated";
                guild_id?: string;
                discord_id?: string;
                /** @description With or without the leading slash. */
                command?: string;
                /** @description Received at this time or later. */
                from?: string;
                /** @description Received before this time. */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BotEventStatisticsView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            /** @description Only site admins may do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    ChannelMappingsController_list: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next_cursor` of the page before; leave it out for the first page. */
                cursor?: string;
                guild_id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ChannelMappingView"][];
                        next_cursor: string | null;
                    };
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    DiscordEventsController_create: {
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
                /** @example {} */
                "application/json": components["schemas"]["CreateMirrorsDto"];
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MirrorRequestView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    DiscordEventsController_update: {
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
                /** @example {} */
                "application/json": components["schemas"]["MirrorRequestDto"];
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MirrorRequestView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    DiscordEventsController_delete: {
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
                /** @example {} */
                "application/json": components["schemas"]["MirrorRequestDto"];
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MirrorRequestView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    DiscordEventsController_list: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                event_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    /** @description `<…>; rel="next"` when there is more. */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MirrorView"][];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["AddressTooLong"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    DiscordEventsController_compare: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                event_id: string;
                guild_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MirrorComparisonView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["AddressTooLong"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    DiscordEventsController_postSignupMessage: {
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
                /**
                 * @example {
                 *       "guild_id": "100000000000000001",
                 *       "channel_id": "100000000000000004"
                 *     }
                 */
                "application/json": components["schemas"]["SignupMessageDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignupMessageView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    DiscordEventsController_adopt: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "guild_id": "100000000000000001",
                 *       "discord_event_id": "100000000000000005"
                 *     }
                 */
                "application/json": components["schemas"]["AdoptDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    DiscordEventsController_syncAttendees: {
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
                /**
                 * @example {
                 *       "guild_id": "100000000000000001"
                 *     }
                 */
                "application/json": components["schemas"]["SyncAttendeesDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttendeesView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    DiscordEventsController_autoManage: {
        parameters: {
            query: {
                action: "cancelled" | "completed" | "created" | "updated";
            };
            header?: never;
            path: {
                event_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AutoManageView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    DiscordJobsController_list: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next_cursor` of the page before; leave it out for the first page. */
                cursor?: string;
                status?: "cancelled" | "completed" | "failed" | "pending" | "processing";
                type?: "announcement" | "archive_channels" | "bot_event" | "create_channels" | "create_discord_event" | "delete_discord_event" | "free_seats" | "manage_roles" | "notify_user" | "reminder" | "sync_attendees" | "update_discord_event" | "webhook_delivery";
                guild_id?: string;
                event_id?: string;
                /** @description What went wrong last, to the letter. */
                error_message?: string;
                /** @description What they have in common, as `GET /discord/jobs/failures` names it. */
                cause?: string;
                /** @description Only those that failed and are to be tried again; their `scheduled_at` says when. */
                retrying?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    /** @description `<…>; rel="next"` when there is more. */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobView"][];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            /** @description Only site admins may do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    DiscordJobsController_failures: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    /** @description `<…>; rel="next"` when there is more. */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FailedClassView"][];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            /** @description Only site admins may do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    DiscordJobsController_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            /** @description Only site admins may do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            414: components["responses"]["AddressTooLong"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    DiscordJobsController_retry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            /** @description Only site admins may do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    DiscordJobsController_retryAll: {
        parameters: {
            query: {
                type?: "announcement" | "archive_channels" | "bot_event" | "create_channels" | "create_discord_event" | "delete_discord_event" | "free_seats" | "manage_roles" | "notify_user" | "reminder" | "sync_attendees" | "update_discord_event" | "webhook_delivery";
                guild_id?: string;
                event_id?: string;
                /** @description What went wrong last, to the letter. */
                error_message?: string;
                /** @description What they have in common, as `GET /discord/jobs/failures` names it. */
                cause?: string;
                status: "cancelled" | "failed";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RetryJobsView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            /** @description Only site admins may do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    DiscordJobsController_process: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProcessJobsView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            /** @description Only site admins may do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    EventCalendarController_ics: {
        parameters: {
            query?: {
                key?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/calendar": string;
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["AddressTooLong"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    EventCalendarController_key: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarKeyView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["AddressTooLong"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    EventCalendarController_revokeKeys: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    EventPreviewController_preview: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "location": "Ruin Station",
                 *       "fleet_ships": [
                 *         {
                 *           "ship_model": "Hull C",
                 *           "required_crew": 3
                 *         }
                 *       ],
                 *       "reminder_offsets_minutes": [
                 *         1440,
                 *         60
                 *       ],
                 *       "title": "Convoy to Pyro",
                 *       "description": "We meet at the station and fly out together.",
                 *       "type": "trading",
                 *       "start_at_utc": "2042-01-07T19:00:00.000Z",
                 *       "duration_minutes": 120,
                 *       "max_participants": 40,
                 *       "roles": [
                 *         {
                 *           "name": "Pilot",
                 *           "capacity": 4,
                 *           "emoji": "🚀"
                 *         }
                 *       ],
                 *       "org_id": "01980000-0000-7000-8000-000000000000"
                 *     }
                 */
                "application/json": components["schemas"]["PreviewEventDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewsView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    EventPreviewController_previewEdit: {
        parameters: {
            query?: never;
            header?: {
                /** @description The revision you saw: 412 when it has changed since. */
                "if-match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "location": "Ruin Station",
                 *       "reminder_offsets_minutes": [
                 *         1440,
                 *         60
                 *       ],
                 *       "title": "Convoy to Pyro, again",
                 *       "start_at_utc": "2042-01-08T19:00:00.000Z",
                 *       "duration_minutes": 150
                 *     }
                 */
                "application/json": components["schemas"]["PreviewEditDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EditPreviewView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["Outdated"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    EventUndoController_list: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UndoableActsView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["AddressTooLong"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    EventUndoController_undo: {
        parameters: {
            query?: never;
            header?: {
                /** @description The revision you saw: 412 when it has changed since. */
                "if-match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "act_id": "01980000-0000-7000-8000-000000000000"
                 *     }
                 */
                "application/json": components["schemas"]["UndoDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["Outdated"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    EventUndoController_plan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                act_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlannedUndoView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["AddressTooLong"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    EventsController_list: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next_cursor` of the page before; leave it out for the first page. */
                cursor?: string;
                org_id?: string;
                state?: "active" | "cancelled" | "completed" | "draft" | "published";
                type?: "autre" | "course" | "exploration" | "fps" | "logistique" | "mining" | "pvp" | "raid" | "roleplay" | "salvaging" | "trading";
                /** @description Earliest start. */
                from?: string;
                /** @description Latest start. */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["EventView"][];
                        next_cursor: string | null;
                    };
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    EventsController_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "location": "Ruin Station",
                 *       "fleet_ships": [
                 *         {
                 *           "ship_model": "Hull C",
                 *           "required_crew": 3
                 *         }
                 *       ],
                 *       "reminder_offsets_minutes": [
                 *         1440,
                 *         60
                 *       ],
                 *       "title": "Convoy to Pyro",
                 *       "description": "We meet at the station and fly out together.",
                 *       "type": "trading",
                 *       "start_at_utc": "2042-01-07T19:00:00.000Z",
                 *       "duration_minutes": 120,
                 *       "max_participants": 40,
                 *       "roles": [
                 *         {
                 *           "name": "Pilot",
                 *           "capacity": 4,
                 *           "emoji": "🚀"
                 *         }
                 *       ],
                 *       "org_id": "01980000-0000-7000-8000-000000000000"
                 *     }
                 */
                "application/json": components["schemas"]["CreateEventDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    EventsController_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventDetailView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["AddressTooLong"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    EventsController_remove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    EventsController_edit: {
        parameters: {
            query?: never;
            header?: {
                /** @description The revision you saw: 412 when it has changed since. */
                "if-match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "location": "Ruin Station",
                 *       "reminder_offsets_minutes": [
                 *         1440,
                 *         60
                 *       ],
                 *       "title": "Convoy to Pyro, again",
                 *       "start_at_utc": "2042-01-08T19:00:00.000Z",
                 *       "duration_minutes": 150
                 *     }
                 */
                "application/json": components["schemas"]["EditEventDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["Outdated"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    EventsController_timeline: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next_cursor` of the page before; leave it out for the first page. */
                cursor?: string;
                /** @description What was done something to: the first word of `action`. */
                about?: "event" | "feed" | "guild" | "invite" | "join_request" | "member" | "mirror" | "notice" | "organization" | "payout" | "role_mapping" | "role_menu" | "series" | "signup" | "template" | "waitlist";
                /** @description Who did it. */
                actor_id?: string;
                /** @description Not before. */
                from?: string;
                /** @description Before. */
                to?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["NamedAuditEntryView"][];
                        next_cursor: string | null;
                    };
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["AddressTooLong"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    EventsController_publish: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    EventsController_start: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    EventsController_complete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    EventsController_cancel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "Too few pilots."
                 *     }
                 */
                "application/json": components["schemas"]["CancelEventDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    FeedFilesController_file: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/calendar": string;
                };
            };
            /** @description Nothing has changed. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Malformed"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["AddressTooLong"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    FeedsController_listOwn: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next_cursor` of the page before; leave it out for the first page. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["FeedView"][];
                        next_cursor: string | null;
                    };
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    FeedsController_createOwn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "My events"
                 *     }
                 */
                "application/json": components["schemas"]["CreateFeedDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewFeedView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    FeedsController_revokeOwn: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                feed_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    FeedsController_listOfOrganization: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next_cursor` of the page before; leave it out for the first page. */
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["FeedView"][];
                        next_cursor: string | null;
                    };
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["AddressTooLong"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    FeedsController_createForOrganization: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "My events"
                 *     }
                 */
                "application/json": components["schemas"]["CreateOrganizationFeedDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewFeedView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    FeedsController_revokeOfOrganization: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                feed_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    GuildsController_list: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next_cursor` of the page before; leave it out for the first page. */
                cursor?: string;
                /** @description A part of the name, or the id. */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    /** @description `<…>; rel="next"` when there is more. */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GuildView"][];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    GuildsController_register: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "sync_enabled": true,
                 *       "reminder_enabled": true,
                 *       "reminder_offsets_minutes": [
                 *         1440,
                 *         60
                 *       ],
                 *       "channel_layout": "category",
                 *       "locale": "fr",
                 *       "guild_id": "100000000000000001",
                 *       "guild_name": "Squadron",
                 *       "owner_id": "100000000000000002",
                 *       "org_id": "01980000-0000-7000-8000-000000000000"
                 *     }
                 */
                "application/json": components["schemas"]["RegisterGuildDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GuildDetailsView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    GuildsController_managed: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServerChoicesView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    GuildsController_get: {
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GuildDetailsView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["AddressTooLong"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    GuildsController_remove: {
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
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    GuildsController_update: {
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
                /**
                 * @example {
                 *       "sync_enabled": true,
                 *       "reminder_enabled": true,
                 *       "reminder_offsets_minutes": [
                 *         1440,
                 *         60
                 *       ],
                 *       "channel_layout": "category",
                 *       "locale": "fr"
                 *     }
                 */
                "application/json": components["schemas"]["UpdateGuildDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GuildView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    GuildsController_channels: {
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChannelChoicesView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["AddressTooLong"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    GuildsController_roles: {
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoleChoicesView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["AddressTooLong"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    GuildsController_listMirrors: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next_cursor` of the page before; leave it out for the first page. */
                cursor?: string;
            };
            header?: never;
            path: {
                guild_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    /** @description `<…>; rel="next"` when there is more. */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServerMirrorView"][];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["AddressTooLong"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    GuildsController_examine: {
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExaminationView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["AddressTooLong"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    GuildsController_mend: {
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExaminationView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    GuildsController_tryMessage: {
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
                /**
                 * @example {
                 *       "channel_id": "100000000000000004"
                 *     }
                 */
                "application/json": components["schemas"]["TrialDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrialView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    "HealthController_health[0]": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DiscordHealthView"];
                };
            };
            400: components["responses"]["Malformed"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            /** @description It does not work. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DiscordHealthView"];
                };
            };
        };
    };
    "HealthController_health[1]": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DiscordHealthView"];
                };
            };
            400: components["responses"]["Malformed"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            /** @description It does not work. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DiscordHealthView"];
                };
            };
        };
    };
    ImportsController_import: {
        parameters: {
            query: {
                /** @description Only says what each row would become. */
                dry_run?: boolean;
                /** @description The clock on which times without a zone are read; your own when left out. */
                timezone?: string;
                /** @description `published` when left out. */
                state?: "draft" | "published";
                org_id: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example title,start,duration,location
                 *     Convoy to Pyro,2042-01-07 20:00,2h,Ruin Station
                 */
                "text/csv": string;
                /**
                 * @example title,start,duration,location
                 *     Convoy to Pyro,2042-01-07 20:00,2h,Ruin Station
                 */
                "text/calendar": string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    IncomingWebhooksController_list: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next_cursor` of the page before; leave it out for the first page. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["IncomingWebhookView"][];
                        next_cursor: string | null;
                    };
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            /** @description Only site admins may do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    IncomingWebhooksController_incoming: {
        parameters: {
            query?: never;
            header?: {
                /** @description Unix seconds, five minutes at most off. */
                "webhook-timestamp"?: string;
                /** @description Signed by Standard Webhooks. */
                "webhook-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceivedView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    JoiningController_listInvites: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["InviteView"][];
                        next_cursor: string | null;
                    };
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["AddressTooLong"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    JoiningController_createInvite: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "expires_in_hours": 48,
                 *       "max_uses": 10
                 *     }
                 */
                "application/json": components["schemas"]["CreateInviteDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InviteView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    JoiningController_revokeInvite: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                invite_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    JoiningController_readInvite: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["AddressTooLong"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    JoiningController_acceptInvite: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JoinedView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    JoiningController_listRequests: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next_cursor` of the page before; leave it out for the first page. */
                cursor?: string;
                /** @description Those that wait when left out. */
                state?: "accepted" | "declined" | "pending";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["JoinRequestView"][];
                        next_cursor: string | null;
                    };
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["AddressTooLong"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    JoiningController_requestToJoin: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "message": "I fly a Hull C and have two evenings a week."
                 *     }
                 */
                "application/json": components["schemas"]["CreateJoinRequestDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JoinRequestView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    JoiningController_withdrawRequest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    JoiningController_acceptRequest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                request_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JoinRequestView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    JoiningController_declineRequest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                request_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JoinRequestView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    LiveController_open: {
        parameters: {
            query: {
                /**
                 * @description What to hear of, at most 20, with commas: `event:<id>`, `mirrors:<event's id>`, `organization:<id>`, `events` (all organizations
                 *     that you belong to), `account` (where you are signed in), `guild:<Discord's id>`, `jobs`.
                 */
                topics: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": components["schemas"]["NewsView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            /** @description `too_many_streams`: you have ten connections open. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    MembersController_list: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next_cursor` of the page before; leave it out for the first page. */
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["MemberView"][];
                        next_cursor: string | null;
                    };
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["AddressTooLong"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    MembersController_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                user_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "role": "staff"
                 *     }
                 */
                "application/json": components["schemas"]["PutMemberDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberView"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    MembersController_remove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    OrganizationLimitsController_limits: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UsedLimitsView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["AddressTooLong"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    OrganizationsController_list: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next_cursor` of the page before; leave it out for the first page. */
                cursor?: string;
                /** @description A part of the name or the tag, or an id. */
                q?: string;
                /** @description Only one's own, unlisted ones included. */
                mine?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["OrganizationView"][];
                        next_cursor: string | null;
                    };
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    OrganizationsController_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Long Haul Traders",
                 *       "description": "Cargo first.",
                 *       "website_url": "https://example.org",
                 *       "tag": "HAUL"
                 *     }
                 */
                "application/json": components["schemas"]["CreateOrganizationDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganizationView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    OrganizationsController_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganizationView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["AddressTooLong"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    OrganizationsController_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "description": "Cargo first, then more cargo.",
                 *       "free_seats_of_leavers": true,
                 *       "ships": [
                 *         {
                 *           "name": "Rocinante",
                 *           "crew": 4
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["UpdateOrganizationDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganizationView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    OrganizationsController_ships: {
        parameters: {
            query?: {
                /** @description A part of the name or the maker. */
                q?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShipsView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["AddressTooLong"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    OrganizationsController_discordRoles: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServerRolesView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["AddressTooLong"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    OrganizationsController_audit: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next_cursor` of the page before; leave it out for the first page. */
                cursor?: string;
                /** @description What was done something to: the first word of `action`. */
                about?: "event" | "feed" | "guild" | "invite" | "join_request" | "member" | "mirror" | "notice" | "organization" | "payout" | "role_mapping" | "role_menu" | "series" | "signup" | "template" | "waitlist";
                /** @description Who did it. */
                actor_id?: string;
                /** @description Not before. */
                from?: string;
                /** @description Before. */
                to?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["NamedAuditEntryView"][];
                        next_cursor: string | null;
                    };
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["AddressTooLong"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    OrganizationsController_transfer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "user_id": "01980000-0000-7000-8000-000000000000"
                 *     }
                 */
                "application/json": components["schemas"]["TransferOrganizationDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganizationView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    PaymentsController_webhook: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceivedView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    OwnPlanController_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberPlanView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    PayoutsController_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PayoutView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["AddressTooLong"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    PayoutsController_share: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "haul": 1250000,
                 *       "fees": [
                 *         {
                 *           "name": "Organization",
                 *           "percent": 10
                 *         }
                 *       ],
                 *       "role_weights": [],
                 *       "guests": [
                 *         {
                 *           "name": "Old friend"
                 *         }
                 *       ],
                 *       "rule": "equal"
                 *     }
                 */
                "application/json": components["schemas"]["PayoutDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PayoutView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    PayoutsController_table: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["AddressTooLong"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    PayoutsController_received: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "received": true
                 *     }
                 */
                "application/json": components["schemas"]["ReceivedDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnShareView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    PayoutsController_own: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next_cursor` of the page before; leave it out for the first page. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["OwnShareView"][];
                        next_cursor: string | null;
                    };
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    PlansController_change: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "discord_id": "100000000000000001",
                 *       "plan": "pro",
                 *       "action": "plan_upgraded"
                 *     }
                 */
                "application/json": components["schemas"]["PlanChangeDto"];
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanChangeView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            /** @description Only site admins may do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    PlansController_listUnmatched: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next_cursor` of the page before; leave it out for the first page. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["SubscriptionView"][];
                        next_cursor: string | null;
                    };
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            /** @description Only site admins may do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    PlansController_match: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "discord_id": "100000000000000001"
                 *     }
                 */
                "application/json": components["schemas"]["MatchDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubscriptionView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            /** @description Only site admins may do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    PlansController_ofMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                discord_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberPlanView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            /** @description Only site admins may do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            414: components["responses"]["AddressTooLong"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    RoleMappingsController_list: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next_cursor` of the page before; leave it out for the first page. */
                cursor?: string;
                guild_id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["RoleMappingView"][];
                        next_cursor: string | null;
                    };
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    RoleMappingsController_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "guild_id": "100000000000000001",
                 *       "discord_role_id": "100000000000000003",
                 *       "verselink_entity_id": "pro",
                 *       "verselink_role_type": "plan"
                 *     }
                 */
                "application/json": components["schemas"]["CreateRoleMappingDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoleMappingView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    RoleMappingsController_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoleMappingView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["AddressTooLong"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    RoleMappingsController_delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    RoleMappingsController_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "auto_remove": false
                 *     }
                 */
                "application/json": components["schemas"]["UpdateRoleMappingDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoleMappingView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    RoleMenusController_list: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next_cursor` of the page before; leave it out for the first page. */
                cursor?: string;
                guild_id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["RoleMenuView"][];
                        next_cursor: string | null;
                    };
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    RoleMenusController_publish: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "title": "Your ships",
                 *       "description": "Which ships do you fly?",
                 *       "max": 2,
                 *       "guild_id": "100000000000000001",
                 *       "channel_id": "100000000000000004",
                 *       "discord_role_ids": [
                 *         "100000000000000003",
                 *         "100000000000000006"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["CreateRoleMenuDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoleMenuView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    RoleMenusController_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoleMenuView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["AddressTooLong"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    RoleMenusController_delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    RoleMenusController_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "title": "Your ships",
                 *       "description": "Which ships do you fly?",
                 *       "max": 2,
                 *       "discord_role_ids": [
                 *         "100000000000000003"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["UpdateRoleMenuDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoleMenuView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    PersonalTokensController_list: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next_cursor` of the page before; leave it out for the first page. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["PersonalTokenView"][];
                        next_cursor: string | null;
                    };
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    PersonalTokensController_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Calendar of my squadron",
                 *       "scopes": [
                 *         "events:read",
                 *         "signups:read"
                 *       ],
                 *       "expires_at": "2042-01-01T12:00:00.000Z"
                 *     }
                 */
                "application/json": components["schemas"]["CreatePersonalTokenDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewPersonalTokenView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    PersonalTokensController_revoke: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    SeriesController_list: {
        parameters: {
            query: {
                limit?: number;
                /** @description `next_cursor` of the page before; leave it out for the first page. */
                cursor?: string;
                org_id: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["SeriesView"][];
                        next_cursor: string | null;
                    };
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    SeriesController_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "event": {
                 *         "title": "Convoy to Pyro",
                 *         "description": "We meet at the station and fly out together.",
                 *         "type": "trading",
                 *         "duration_minutes": 120
                 *       },
                 *       "publish_days_before": 14,
                 *       "org_id": "01980000-0000-7000-8000-000000000000",
                 *       "rule": "FREQ=WEEKLY;BYDAY=TU",
                 *       "timezone": "Europe/Paris",
                 *       "local_start": "2042-01-07T21:00"
                 *     }
                 */
                "application/json": components["schemas"]["CreateSeriesDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeriesView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    SeriesController_preview: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "org_id": "01980000-0000-7000-8000-000000000000",
                 *       "rule": "FREQ=WEEKLY;BYDAY=TU",
                 *       "timezone": "Europe/Paris",
                 *       "local_start": "2042-01-07T21:00"
                 *     }
                 */
                "application/json": components["schemas"]["PreviewSeriesDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NextOccurrencesView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    SeriesController_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeriesView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["AddressTooLong"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    SeriesController_remove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    SeriesController_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "event": {
                 *         "title": "Convoy to Pyro",
                 *         "description": "We meet at the station and fly out together.",
                 *         "type": "trading",
                 *         "duration_minutes": 120
                 *       },
                 *       "publish_days_before": 14,
                 *       "rule": "FREQ=WEEKLY;BYDAY=TU",
                 *       "timezone": "Europe/Paris",
                 *       "local_start": "2042-01-07T21:00"
                 *     }
                 */
                "application/json": components["schemas"]["UpdateSeriesDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeriesView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    SeriesController_skip: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "occurrence": "2042-01-14"
                 *     }
                 */
                "application/json": components["schemas"]["SkipOccurrenceDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeriesView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    SessionsController_list: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next_cursor` of the page before; leave it out for the first page. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["SessionView"][];
                        next_cursor: string | null;
                    };
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    SessionsController_endAll: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    SessionsController_end: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    SignInController_login: {
        parameters: {
            query?: {
                /** @description The path of our own page to come back to, with `?sign_in=denied` when Discord's page was cancelled. */
                return_to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description To Discord's page. */
            302: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Malformed"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    SignInController_callback: {
        parameters: {
            query?: {
                error?: string;
                state?: string;
                code?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description To the page that the browser came from. */
            302: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Malformed"];
            /** @description Another browser began this sign-in, or none did in the last ten minutes. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    SignInController_refresh: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionTokenView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    SignInController_logout: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    SignupsController_list: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next_cursor` of the page before; leave it out for the first page. */
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["SignupView"][];
                        next_cursor: string | null;
                    };
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["AddressTooLong"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    SignupsController_create: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "status": "confirmed",
                 *       "notes": "I bring a spare ship.",
                 *       "ship_model": "Cutlass Black"
                 *     }
                 */
                "application/json": components["schemas"]["NewSignupDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignupView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    SignupsController_whole: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["SignupView"][];
                        next_cursor: string | null;
                    };
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["AddressTooLong"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    SignupsController_table: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["AddressTooLong"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    SignupsController_remove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignupView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    SignupsController_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "status": "confirmed",
                 *       "notes": "I bring a spare ship.",
                 *       "ship_model": "Cutlass Black"
                 *     }
                 */
                "application/json": components["schemas"]["UpdateSignupDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignupView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    SignupsController_withdraw: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignupView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    SignupsController_place: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                user_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "status": "confirmed"
                 *     }
                 */
                "application/json": components["schemas"]["PlaceSignupDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignupView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    SignupsController_why: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WhyView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["AddressTooLong"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    SignupsController_checkIn: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignupView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    StatisticsController_discord: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DiscordStatisticsView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            /** @description Only site admins may do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    StatisticsController_state: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OperationsView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            /** @description Only site admins may do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    StatisticsController_events: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScheduledEventStatisticsView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            /** @description Only site admins may do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    StatisticsController_byDay: {
        parameters: {
            query?: {
                /** @description How many days, today included. */
                days?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    /** @description `<…>; rel="next"` when there is more. */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InteractionDayView"][];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            /** @description Only site admins may do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    StatisticsController_history: {
        parameters: {
            query?: {
                /** @description How many minutes back. */
                minutes?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FiguresView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            /** @description Only site admins may do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    TemplatesController_list: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next_cursor` of the page before; leave it out for the first page. */
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["TemplateView"][];
                        next_cursor: string | null;
                    };
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["AddressTooLong"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    TemplatesController_create: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "location": "Ruin Station",
                 *       "fleet_ships": [
                 *         {
                 *           "ship_model": "Hull C",
                 *           "required_crew": 3
                 *         }
                 *       ],
                 *       "reminder_offsets_minutes": [
                 *         1440,
                 *         60
                 *       ],
                 *       "max_participants": 40,
                 *       "roles": [
                 *         {
                 *           "name": "Pilot",
                 *           "capacity": 4,
                 *           "emoji": "🚀"
                 *         }
                 *       ],
                 *       "signup_closes_before_minutes": 60,
                 *       "name": "Weekly convoy",
                 *       "title": "Convoy to Pyro",
                 *       "description": "We meet at the station and fly out together.",
                 *       "type": "trading",
                 *       "duration_minutes": 120
                 *     }
                 */
                "application/json": components["schemas"]["CreateTemplateDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemplateView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    TemplatesController_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                template_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemplateView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["AddressTooLong"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    TemplatesController_remove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                template_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    TemplatesController_update: {
        parameters: {
            query?: never;
            header?: {
                /** @description The revision you saw: 412 when it has changed since. */
                "if-match"?: string;
            };
            path: {
                id: string;
                template_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "location": "Ruin Station",
                 *       "fleet_ships": [
                 *         {
                 *           "ship_model": "Hull C",
                 *           "required_crew": 3
                 *         }
                 *       ],
                 *       "reminder_offsets_minutes": [
                 *         1440,
                 *         60
                 *       ],
                 *       "max_participants": 40,
                 *       "roles": [
                 *         {
                 *           "name": "Pilot",
                 *           "capacity": 4,
                 *           "emoji": "🚀"
                 *         }
                 *       ],
                 *       "title": "Convoy to Pyro, again",
                 *       "duration_minutes": 150,
                 *       "signup_closes_before_minutes": 60,
                 *       "name": "Weekly convoy, late"
                 *     }
                 */
                "application/json": components["schemas"]["UpdateTemplateDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemplateView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["Outdated"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    UsersController_me: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    UsersController_erase: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    UsersController_update: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "handle": "Ada",
                 *       "locale": "fr",
                 *       "timezone": "Europe/Paris",
                 *       "dm_opt_in": true
                 *     }
                 */
                "application/json": components["schemas"]["UpdateUserDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    UsersController_listSignups: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next_cursor` of the page before; leave it out for the first page. */
                cursor?: string;
                /** @description Events that are still to end, by their start; or those that are over, the last first. */
                period?: "past" | "upcoming";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["OwnSignupView"][];
                        next_cursor: string | null;
                    };
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    UsersController_export: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    WebhooksController_list: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next_cursor` of the page before; leave it out for the first page. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["WebhookView"][];
                        next_cursor: string | null;
                    };
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            /** @description Only site admins may do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    WebhooksController_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "url": "https://example.org/verselink",
                 *       "events": [
                 *         "member_joined"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["CreateWebhookDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            /** @description Only site admins may do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    WebhooksController_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            /** @description Only site admins may do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            414: components["responses"]["AddressTooLong"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    WebhooksController_remove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            /** @description Only site admins may do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    WebhooksController_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "active": true
                 *     }
                 */
                "application/json": components["schemas"]["UpdateWebhookDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            /** @description Only site admins may do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    WebhooksController_rotateSecret: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            /** @description Only site admins may do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    WebhooksController_listDeliveries: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next_cursor` of the page before; leave it out for the first page. */
                cursor?: string;
                status?: "cancelled" | "delivered" | "failed" | "pending" | "received";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["DeliveryView"][];
                        next_cursor: string | null;
                    };
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            /** @description Only site admins may do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            414: components["responses"]["AddressTooLong"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    WebhooksController_redeliver: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                delivery_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            /** @description Only site admins may do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    WebhooksController_test: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            /** @description Only site admins may do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    HttpInteractionsController_take: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An interaction response in Discord's own form. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example 1 */
                        type: number;
                    };
                };
            };
            /** @description The answer follows by the interaction’s callback. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example 1 */
                        type: number;
                    };
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
}
