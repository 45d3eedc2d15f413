import { Shutdown } from './bootstrap/shutdown.js';

// Before the application is even loaded, so that a signal during the start is heard.
const shutdown = new Shutdown();
shutdown.listen();

const { start } = await import('./bootstrap/start.js');
await start(shutdown);
