"""Runs the Python of the founding documents, word for word, against a running backend and bot, or in their place.

    founding_lines.py calls        runs every line that calls; prints one JSON object a line: what it is, what came of it
    founding_lines.py bot KIND     serves the documents' own bot (fastapi or aiohttp) on BOT_PORT of ::1

The two names of the private network and the placeholder of the secret are replaced. What the documents use and do not
give stands below, under "stand-ins".
"""

import ast
import asyncio
import enum
import json
import os
import pathlib
import re
import sys
import types
import typing

import httpx
import pydantic

HERE = pathlib.Path(__file__).resolve().parent
DOCUMENTS = HERE.parent / "fixtures" / "founding-documents"
BOT, BACKEND = os.environ["BOT"], os.environ["BACKEND"]
SECRET = os.environ["INTERNAL_API_SECRET"]


def block(document, containing):
    """The Python block of a document that contains this text."""
    text = (DOCUMENTS / document).read_text()
    [found] = [code for code in re.findall(r"```python\n(.*?)```", text, re.S) if containing in code]
    found = found.replace("http://moddy.railway.internal:3000", BOT)
    found = found.replace("http://website-backend.railway.internal:8080", BACKEND)
    return found.replace("your_secret_key_here", SECRET)


async def run(code, names):
    """Executes code that may await at its top, as the documents' examples do. Returns its names."""
    compiled = compile(code, "<document>", "exec", ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)
    outcome = eval(compiled, names)
    if asyncio.iscoroutine(outcome):
        await outcome
    return names


def report(what, answer):
    print(json.dumps({"what": what, "answer": answer}), flush=True)


# --- stand-ins: what the documents import and do not give ---------------------------------------------------------


def module(name, **names):
    made = types.ModuleType(name)
    made.__dict__.update(names)
    sys.modules[name] = made
    return made


settings = types.SimpleNamespace(bot_internal_url=BOT, internal_api_secret=SECRET)


class BackendClientError(Exception):
    pass


class BackendClient:
    """`services.get_backend_client()`: the set-up document shows how it is used, not what it is."""

    async def _call(self, method, path, body=None):
        headers = {"Authorization": f"Bearer {SECRET}"}
        async with httpx.AsyncClient(base_url=BACKEND, headers=headers, timeout=10.0) as client:
            try:
                response = await client.request(method, path, json=body)
                response.raise_for_status()
            except httpx.HTTPError as error:
                raise BackendClientError(str(error)) from error
            return response.json()

    async def health_check(self):
        return await self._call("GET", "/internal/health")

    async def get_user_info(self, discord_id):
        return await self._call("POST", "/internal/user/info", {"discord_id": discord_id})

    async def notify_event(self, event_type, discord_id, metadata=None):
        body = {"event_type": event_type, "discord_id": discord_id, "metadata": metadata}
        return await self._call("POST", "/internal/event/notify", body)


def provide_modules():
    schemas = {"Enum": enum.Enum, "str": str, "BaseModel": pydantic.BaseModel}
    schemas |= {"Optional": typing.Optional, "Literal": typing.Literal}
    exec(block("backend-event-notify.md", "class BotEventType"), schemas)
    exec(block("backend-event-notify.md", "class BotEventNotifyResponse"), schemas)
    exec(block("bot-health.md", "class InternalHealthResponse"), schemas)
    module("app")
    module("app.schemas")
    module("app.schemas.internal", **schemas)
    module("app.config", settings=settings, get_settings=lambda: settings)
    module("services", get_backend_client=BackendClient, BackendClientError=BackendClientError)
    return schemas


class Commands:
    """`app_commands` and `bot` of discord.py: here, decorators that leave a function as it is."""

    def command(self, **_options):
        return lambda function: function

    def event(self, function):
        return function


class Answers:
    def __init__(self):
        self.texts = []

    async def send_message(self, text, ephemeral=False):
        self.texts.append({"text": text, "ephemeral": ephemeral})


class Log:
    def __init__(self):
        self.errors = []

    def error(self, text):
        self.errors.append(text)


# --- the documents' calls -----------------------------------------------------------------------------------------


async def calls():
    schemas = provide_modules()
    member = os.environ["MEMBER"]

    # Every answer of the notify example, in the form that the document says it has.
    answers = []
    names = {}
    example = block("backend-event-notify.md", "async def notify_backend_event")
    definition, usage = example.split("# Usage - Member joined")
    await run(definition, names)
    call = names["notify_backend_event"]

    async def kept(*args, **kwargs):
        answers.append(await call(*args, **kwargs))

    names["notify_backend_event"] = kept
    await run(usage, names)
    for answer in answers:
        schemas["BotEventNotifyResponse"](**answer)
    report("notify_backend_event", answers)

    names = await run(block("bot-health.md", "async def check_bot_health"), {})
    health = await names["check_bot_health"]()
    schemas["InternalHealthResponse"](**health)
    report("check_bot_health", health)

    names = await run(block("bot-health.md", "class BotClient"), {})
    client = await names["get_bot_client"]()
    report("BotClient.check_health", await client.check_health())
    client.client.base_url = "http://[::1]:1"
    report("BotClient.check_health of nobody", await client.check_health())

    log = Log()

    async def absent():
        async with httpx.AsyncClient() as absent_bot:
            await absent_bot.get("http://[::1]:1/internal/health")

    errors = block("bot-health.md", "# Bot is down or unreachable")
    # `httpx.TimeoutError` was renamed before httpx 0.20: the name is looked up only when the first kind does not fit.
    await run(errors, {"httpx": httpx, "check_bot_health": absent, "logger": log})
    report("a bot that is down", log.errors)

    said = []
    await run(block("internal-api-setup.md", "get_backend_client"), {"print": lambda text: said.append(str(text))})
    report("BackendClient", said)

    bot_names = {"app_commands": Commands(), "bot": Commands(), "logger": Log()}
    bot_names["discord"] = types.SimpleNamespace(Interaction=object)
    await run(block("internal-api-examples.md", 'name="premium"'), bot_names)
    for who in (member, "100000000000000009"):
        interaction = types.SimpleNamespace(user=types.SimpleNamespace(id=int(who)), response=Answers())
        await bot_names["premium_command"](interaction)
        report("premium_command", interaction.response.texts)

    await run(block("internal-api-examples.md", "async def on_member_join"), bot_names)
    joined_at = types.SimpleNamespace(isoformat=lambda: "2026-01-07T12:00:00+00:00")
    guild = types.SimpleNamespace(id=1394001780148535387)
    await bot_names["on_member_join"](types.SimpleNamespace(id=int(member), guild=guild, joined_at=joined_at))
    report("on_member_join", bot_names["logger"].errors)


# --- the documents' bot ---------------------------------------------------------------------------------------------


def serve(kind):
    provide_modules()
    port = int(os.environ["BOT_PORT"])
    if kind == "fastapi":
        import fastapi
        import uvicorn

        # The document forgets to import `Depends`.
        names = {"Depends": fastapi.Depends}
        exec(block("bot-health.md", "app = FastAPI()"), names)
        uvicorn.run(names["app"], host="::1", port=port, log_level="warning")
        return

    from aiohttp import web

    class Site(web.TCPSite):
        """Listens where the test looks for it, instead of on 0.0.0.0:3000."""

        def __init__(self, runner, _host, _port):
            super().__init__(runner, "::1", port)

    bot = types.SimpleNamespace(Bot=lambda **_options: None)
    module("discord", __path__=[])
    module("discord.ext", commands=bot, __path__=[])
    names = {"settings": settings}
    exec(block("bot-health.md", "async def start_internal_server"), names)
    names["web"].TCPSite = Site

    async def forever():
        await names["start_internal_server"]()
        await asyncio.Event().wait()

    asyncio.run(forever())


if sys.argv[1] == "calls":
    asyncio.run(calls())
else:
    serve(sys.argv[2])
