import { Client, GatewayIntentBits, MessageFlags } from 'discord.js';
import { MongoClient } from 'mongodb';

// The floor of bench/clicks.ts: discord.js, one database write, one reply. A message from the parent names a channel; the answer is
// the id of a message with a button there.

const { MONGODB_URI, DISCORD_API_URL, DISCORD_BOT_TOKEN } = process.env;
const mongo = await MongoClient.connect(MONGODB_URI);
const clicks = mongo.db().collection('floor_clicks');
const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api: DISCORD_API_URL } });

client.on('interactionCreate', async (interaction) => {
  const at = new Date();
  await clicks.updateOne({ _id: interaction.user.id }, { $set: { at } }, { upsert: true });
  await interaction.reply({ content: '✅', flags: MessageFlags.Ephemeral });
});
client.once('clientReady', () => process.send('ready'));

process.on('message', async (channelId) => {
  const channel = await client.channels.fetch(channelId);
  const button = { type: 2, style: 1, custom_id: 'join', label: "S'inscrire" };
  const { id } = await channel.send({ content: 'Event', components: [{ type: 1, components: [button] }] });
  process.send(id);
});

await client.login(DISCORD_BOT_TOKEN);
