/** Names of the channels that are made for an event. */
export const eventChannels = { text: 'discussion', voice: 'Vocal' };
