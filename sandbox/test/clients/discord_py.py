"""Debian's discord.py 2.2.2 against the sandbox, with its two hard-coded addresses changed and nothing else.

Called as `discord_py.py HOST TOKEN`; prints one line of JSON for each step: {"step", "error"}.
"""
import asyncio
import base64
import datetime
import io

import discord
from discord import app_commands
from discord.http import Route
from discord_py_bot import bot, main, scene, step

PNG = base64.b64decode(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==')


@step
async def joins_a_server_and_caches_it():
    joined = bot.hear('guild_join')
    scene.view = await bot.control('POST', '/guilds', {
        'name': 'Les Corsaires',
        'members': [{'username': 'owner'}, {'username': 'ada', 'roles': ['Pilot']}, {'username': 'bob'}],
        'roles': [{'name': 'Pilot'}],
        'bot_permissions': '8',
        'channels': [{'name': 'events', 'type': 0}, {'name': 'Bridge', 'type': 2}],
    })
    scene.guild = await joined
    assert scene.guild.name == 'Les Corsaires'
    assert [m.name for m in scene.guild.members] == ['owner', 'ada', 'bob', bot.user.name]
    assert scene.guild.get_member(scene.user('ada')).roles[1].name == 'Pilot'
    scene.channel = scene.guild.text_channels[0]
    assert scene.guild.voice_channels[0].name == 'Bridge'
    assert (await scene.guild.fetch_member(scene.user('bob'))).name == 'bob'
    members = await scene.guild.query_members(user_ids=[scene.user('ada')])
    assert [m.name for m in members] == ['ada']


@step
async def sends_edits_replies_and_mentions():
    heard = bot.hear('message', lambda m: m.content == 'hello')
    message = await scene.channel.send('hello', embed=discord.Embed(title='Raid', description='tonight'))
    assert (await heard).id == message.id and message.embeds[0].title == 'Raid'
    edited = await message.edit(content='hello again')
    assert edited.content == 'hello again' and edited.edited_at is not None
    ada = scene.user('ada')
    only_ada = discord.AllowedMentions(users=[discord.Object(ada)], replied_user=False)
    reply = await message.reply(f'<@{ada}> <@{scene.user("bob")}>', allowed_mentions=only_ada)
    assert reply.reference.message_id == message.id and reply.type is discord.MessageType.reply
    assert [m.id for m in reply.mentions] == [ada], reply.mentions
    assert reply.reference.resolved.id == message.id
    assert [m.id async for m in scene.channel.history(limit=2)] == [reply.id, message.id]


@step
async def reacts_and_pins():
    message = await scene.channel.send('react')
    heard = bot.hear('raw_reaction_add')
    await message.add_reaction('👍')
    assert (await heard).emoji.name == '👍'
    fetched = await scene.channel.fetch_message(message.id)
    assert [(str(r.emoji), r.count, r.me) for r in fetched.reactions] == [('👍', 1, True)]
    assert [u.id async for u in fetched.reactions[0].users()] == [bot.user.id]
    await message.remove_reaction('👍', bot.user)
    await message.pin()
    assert [m.id for m in await scene.channel.pins()] == [message.id]
    await message.unpin()
    async with scene.channel.typing():
        pass
    await message.delete()


@step
async def manages_roles():
    made = bot.hear('guild_role_create')
    role = await scene.guild.create_role(name='Gunner', colour=discord.Colour.red(), mentionable=True, reason='crew')
    assert (await made).id == role.id
    bob = scene.guild.get_member(scene.user('bob'))
    updated = bot.hear('member_update', lambda _, after: role in after.roles)
    await bob.add_roles(role)
    await updated
    await bob.edit(nick='Bobby', roles=[discord.utils.get(scene.guild.roles, name='Pilot'), role])
    await bob.remove_roles(role)
    await role.edit(name='Rear gunner')
    await role.delete()
    entries = [e async for e in scene.guild.audit_logs(limit=10, action=discord.AuditLogAction.role_create)]
    assert entries[0].reason == 'crew' and entries[0].user.id == bot.user.id


@step
async def manages_channels_overwrites_and_threads():
    category = await scene.guild.create_category('Operations')
    hidden = discord.PermissionOverwrite(view_channel=False)
    mine = discord.PermissionOverwrite(view_channel=True, send_messages=True)
    overwrites = {scene.guild.default_role: hidden, scene.guild.me: mine}
    channel = await category.create_text_channel('plans', overwrites=overwrites, topic='secret')
    assert channel.category_id == category.id and not channel.permissions_for(scene.guild.get_member(scene.user('bob'))).view_channel
    await channel.set_permissions(scene.guild.get_member(scene.user('bob')), view_channel=True)
    await channel.set_permissions(scene.guild.get_member(scene.user('bob')), overwrite=None)
    await channel.edit(topic='plans', slowmode_delay=5, category=None)
    message = await scene.channel.send('talk below')
    thread = await message.create_thread(name='Debrief')
    assert thread.id == message.id and thread.parent_id == scene.channel.id
    await thread.join()
    await thread.add_user(discord.Object(scene.user('ada')))
    await thread.send('first')
    await thread.edit(archived=True)
    await thread.delete()
    await channel.delete()
    await category.delete()


@step
async def posts_in_a_forum_with_a_tag():
    forum = await scene.guild.create_forum('ideas')
    known = bot.hear('guild_channel_update', lambda _, after: after.id == forum.id)
    tag = await forum.create_tag(name='Ships')
    await known
    post = await forum.create_thread(name='More ships', content='Many more', applied_tags=[tag])
    assert [one.id for one in post.thread.applied_tags] == [tag.id] and post.message.content == 'Many more'
    await forum.delete()


@step
async def asks_in_a_poll_and_ends_it():
    # This version has no polls: the requests are made by its own means, as they are.
    place = f'/channels/{scene.channel.id}'
    answers = [{'poll_media': {'text': text}} for text in ('Today', 'Tomorrow')]
    poll = {'question': {'text': 'When?'}, 'answers': answers, 'duration': 24}
    asked = await bot.http.request(Route('POST', f'{place}/messages'), json={'poll': poll})
    await bot.control('PUT', f'/messages/{asked["id"]}/poll/2/{scene.user("ada")}')
    ended = await bot.http.request(Route('POST', f'{place}/polls/{asked["id"]}/expire'))
    results = ended['poll']['results']
    assert results['is_finalized'] and [answer['count'] for answer in results['answer_counts']] == [0, 1]


@step
async def writes_by_webhooks_and_direct_messages():
    hook = await scene.channel.create_webhook(name='Herald')
    message = await hook.send('by hook', username='Crier', wait=True)
    assert message.author.name == 'Crier' and message.webhook_id == hook.id
    await message.edit(content='edited by hook')
    await message.delete()
    await hook.delete()
    sent = await scene.guild.get_member(scene.user('bob')).send('psst')
    assert sent.channel.recipient.id == scene.user('bob')


@step
async def schedules_events():
    start = discord.utils.utcnow() + datetime.timedelta(hours=1)
    made = bot.hear('scheduled_event_create')
    event = await scene.guild.create_scheduled_event(
        name='Raid', start_time=start, channel=scene.guild.voice_channels[0],
        entity_type=discord.EntityType.voice, privacy_level=discord.PrivacyLevel.guild_only)
    assert (await made).id == event.id and event.channel_id == scene.guild.voice_channels[0].id
    await bot.control('PUT', f'/scheduled-events/{event.id}/users/{scene.user("ada")}')
    assert {u.id async for u in event.users()} == {scene.user('ada'), bot.user.id}
    event = await event.edit(name='Big raid', description='bring fuel')
    event = await event.start()
    assert event.status is discord.EventStatus.active
    await event.end()
    outside = await scene.guild.create_scheduled_event(
        name='Picnic', start_time=start, end_time=start + datetime.timedelta(hours=2), location='Stanton',
        entity_type=discord.EntityType.external, privacy_level=discord.PrivacyLevel.guild_only)
    assert outside.location == 'Stanton'
    await outside.delete()


@step
async def answers_commands():
    @bot.tree.command(description='Greets')
    @app_commands.describe(who='whom', count='how often')
    async def greet(interaction: discord.Interaction, who: discord.Member, count: int = 1):
        await interaction.response.send_message(f'{who.name} x{count}', ephemeral=True)
        await interaction.followup.send('done')

    await bot.tree.sync()
    outcome = await bot.control('POST', '/interactions/command', {
        'guild_id': str(scene.guild.id), 'channel_id': str(scene.channel.id), 'user_id': str(scene.user('ada')),
        'name': 'greet', 'options': {'who': str(scene.user('bob')), 'count': 3}})
    assert outcome['failed'] is None and outcome['type'] == 4, outcome
    assert outcome['data']['content'] == 'bob x3' and outcome['data']['flags'] == 64


@step
async def answers_components_and_modals():
    class Form(discord.ui.Modal, title='Form'):
        ship = discord.ui.TextInput(label='Ship', min_length=3)

        async def on_submit(self, interaction):
            await interaction.response.edit_message(content=self.ship.value)

    class Buttons(discord.ui.View):
        @discord.ui.button(label='Join', style=discord.ButtonStyle.success, custom_id='join', emoji='✅')
        async def join(self, interaction, _):
            await interaction.response.send_modal(Form(custom_id='form'))

        @discord.ui.select(custom_id='role', options=[discord.SelectOption(label='Pilot'), discord.SelectOption(label='Gunner')])
        async def pick(self, interaction, select):
            await interaction.response.defer()
            await interaction.edit_original_response(content=select.values[0])

    message = await scene.channel.send('Who comes?', view=Buttons())
    click = {'message_id': str(message.id), 'user_id': str(scene.user('ada'))}
    opened = await bot.control('POST', '/interactions/component', {**click, 'custom_id': 'join'})
    assert opened['type'] == 9, opened
    answered = await bot.control('POST', '/interactions/modal', {
        'interaction_id': opened['interaction_id'], 'user_id': click['user_id'], 'custom_id': 'form',
        'fields': {Form.ship.custom_id: 'Idris'}})
    assert answered['type'] == 7, answered
    assert (await scene.channel.fetch_message(message.id)).content == 'Idris'
    chosen = await bot.control('POST', '/interactions/component', {**click, 'custom_id': 'role', 'values': ['Gunner']})
    assert chosen['failed'] is None, chosen


@step
async def answers_the_menus_of_users_and_messages():
    @bot.tree.context_menu(name='Who is it?')
    async def who(interaction: discord.Interaction, member: discord.Member):
        await interaction.response.send_message(member.name, ephemeral=True)

    @bot.tree.context_menu(name='Report it')
    async def report(interaction: discord.Interaction, message: discord.Message):
        await interaction.response.send_message(message.content)

    await bot.tree.sync()
    place = {'guild_id': str(scene.guild.id), 'channel_id': str(scene.channel.id), 'user_id': str(scene.user('ada'))}
    first = await bot.control('POST', '/interactions/command', {
        **place, 'type': 2, 'name': 'Who is it?', 'target_id': str(scene.user('bob'))})
    assert first['message']['content'] == 'bob', first
    message = await scene.channel.send('rude')
    second = await bot.control('POST', '/interactions/command', {
        **place, 'type': 3, 'name': 'Report it', 'target_id': str(message.id)})
    assert second['message']['content'] == 'rude', second


@step
async def attaches_files_and_reads_them_back():
    file = discord.File(io.BytesIO(b'attack'), 'plan.txt', description='For tonight')
    embed = discord.Embed(title='Plan').set_image(url='attachment://plan.txt')
    message = await scene.channel.send(file=file, embed=embed)
    assert message.attachments[0].description == 'For tonight'
    assert await message.attachments[0].read() == b'attack'
    assert message.embeds[0].image.url == message.attachments[0].url


@step
async def makes_emojis():
    emoji = await scene.guild.create_custom_emoji(name='idris', image=PNG)
    assert emoji.name == 'idris' and [e.id for e in await scene.guild.fetch_emojis()] == [emoji.id]
    message = await scene.channel.send('react')
    await message.add_reaction(emoji)
    assert (await scene.channel.fetch_message(message.id)).reactions[0].emoji.id == emoji.id
    await emoji.delete()


@step
async def moves_people_between_voice_channels():
    ada = scene.guild.get_member(scene.user('ada'))
    bridge = scene.guild.voice_channels[0]
    entered = bot.hear('voice_state_update')
    await bot.control('PUT', f'/guilds/{scene.guild.id}/voice-states/{ada.id}', {'channel_id': str(bridge.id)})
    assert (await entered)[2].channel == bridge
    mess = await scene.guild.create_voice_channel('Mess')
    moved = bot.hear('voice_state_update')
    await ada.move_to(mess)
    assert (await moved)[2].channel == mess and mess.members == [ada]
    left = bot.hear('voice_state_update')
    await ada.move_to(None)
    assert (await left)[2].channel is None


@step
async def waits_for_rate_limits():
    sent = await asyncio.gather(*(scene.channel.send(str(n)) for n in range(7)))
    assert len({m.id for m in sent}) == 7
    await bot.control('POST', '/faults', [{'status': 429, 'retry_after': 1, 'path': f'/channels/{scene.channel.id}'}])
    await scene.channel.send('after the limit')
    await scene.channel.delete_messages(sent)


@step
async def resumes_after_a_cut():
    resumed = bot.hear('resumed')
    missed = bot.hear('message', lambda m: m.content == 'while you were away')
    await bot.control('POST', '/gateway', {'action': 'close', 'code': 4000})
    await bot.control('POST', '/messages', {
        'channel_id': str(scene.channel.id), 'user_id': str(scene.user('bob')), 'content': 'while you were away'})
    await resumed
    assert (await missed).author.name == 'bob'


@step
async def takes_an_outage_for_an_outage():
    gone = bot.hear('guild_unavailable')
    await bot.control('PUT', f'/guilds/{scene.guild.id}/outage')
    await gone
    back = bot.hear('guild_available')
    await bot.control('DELETE', f'/guilds/{scene.guild.id}/outage')
    assert (await back).id == scene.guild.id
    left = bot.hear('guild_remove')
    await bot.control('DELETE', f'/guilds/{scene.guild.id}')
    assert (await left).id == scene.guild.id


asyncio.run(main())
