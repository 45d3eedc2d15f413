import { spawnSync } from 'node:child_process';

/** A Python with discord.py. Debian's own has the package `python3-discord`; another one may come first in the path. */
export const PYTHON = ['/usr/bin/python3', 'python3'].find(
  (command) => spawnSync(command, ['-c', 'import discord']).status === 0,
);
