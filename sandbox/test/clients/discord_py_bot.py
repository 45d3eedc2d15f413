"""The bot of `discord_py.py`, and how its steps are run: Debian's discord.py with its two hard-coded addresses changed."""
import asyncio
import json
import sys
import traceback

import aiohttp
import discord
import yarl
from discord import app_commands
from discord.gateway import DiscordWebSocket
from discord.http import Route

HOST, TOKEN = sys.argv[1:3]
CONTROL = f'http://{HOST}/sandbox'
Route.BASE = f'http://{HOST}/api/v10'
DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(f'ws://{HOST}')

PATIENCE = 8


class Bot(discord.Client):
    """The bot with its commands, and what it takes to wait for what it hears."""

    def __init__(self):
        super().__init__(intents=discord.Intents.all())
        self.tree = app_commands.CommandTree(self)
        self.world = None

    def hear(self, event, check=lambda *_: True):
        """Begins to wait for an event at once, so that nothing is missed between a call and its await."""
        future = asyncio.ensure_future(self.wait_for(event, check=check, timeout=PATIENCE))
        return asyncio.shield(future)

    async def control(self, method, path, body=None):
        async with self.world.request(method, f'{CONTROL}{path}', json=body) as response:
            answer = await response.json()
            assert response.ok, f'{method} {path}: {answer}'
            return answer


bot = Bot()
steps = []


def step(function):
    steps.append(function)
    return function


class Scene:
    """What the steps share: the server as the control call told it, and the bot's view of it."""

    view: dict
    guild: discord.Guild
    channel: discord.TextChannel

    def user(self, name):
        return next(int(m['user']['id']) for m in self.view['members'] if m['user']['username'] == name)


scene = Scene()


async def run_steps():
    for function in steps:
        error = None
        try:
            await asyncio.wait_for(function(), 30)
        except BaseException:
            error = traceback.format_exc()
        print(json.dumps({'step': function.__name__, 'error': error}), flush=True)


async def main():
    async with aiohttp.ClientSession() as world, bot:
        bot.world = world
        ready = bot.hear('ready')
        connection = asyncio.ensure_future(bot.start(TOKEN))
        await asyncio.wait([ready, connection], return_when=asyncio.FIRST_COMPLETED)
        if connection.done():
            connection.result()
        await run_steps()
