/** Somebody in a voice channel; id `<guild>:<user>`. */
export interface VoiceStateRecord {
  id: string;
  guild_id: string;
  user_id: string;
  channel_id: string;
  session_id: string;
  deaf: boolean;
  mute: boolean;
  self_deaf: boolean;
  self_mute: boolean;
  self_video: boolean;
  self_stream: boolean;
  /** On a stage: in the audience. */
  suppress: boolean;
  request_to_speak_timestamp: string | null;
}

/** A live stage; id is its own, one for each channel. */
export interface StageInstanceRecord {
  id: string;
  guild_id: string;
  channel_id: string;
  topic: string;
  guild_scheduled_event_id: string | null;
}
