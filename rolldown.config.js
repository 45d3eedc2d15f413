// Puts the application and its packages into a few files: to look for, read and compile some 3,500 small ones is half of the start.
// What `nest build` has made of the entries gives way to them; the tests still use some of the modules. Packages that only some
// requests need, or that read files beside their code, stay where they are installed.
const INSTALLED = [
  '@bull-board/api',
  '@bull-board/fastify',
  'chrono-node',
  'csv-parse',
  'csv-stringify',
  'jose',
  'openid-client',
  'pino',
  'pino-http',
  'stripe',
  'swagger-ui-dist',
  'ts-ics',
];
/** The programs of src/cli. */
const COMMANDS = ['backup', 'doctor', 'migrate', 'restore', 'resync', 'token'];
/** What libraries ask for and do without, when it is not installed. */
const OPTIONAL = [
  /^@fastify\/(?:swagger|view)/,
  /^@nestjs\/(?:microservices|platform-express|websockets)/,
  /^(?:@aws-sdk|@mongodb-js\/zstd|aws4|bufferutil|gcp-metadata|kerberos|mongodb-client-encryption|snappy|socks|utf-8-validate|zlib-sync)/,
];

export default {
  input: Object.fromEntries(
    ['main', ...COMMANDS.map((name) => `cli/${name}`)].map((entry) => [entry, `./dist/src/${entry}.js`]),
  ),
  external: [/^node:/, ...INSTALLED.map((name) => new RegExp(`^${name}(?:/|$)`)), ...OPTIONAL],
  platform: 'node',
  plugins: [
    { name: 'import-swagger', transform: { filter: { code: '_createRequire' }, handler: importSwagger } },
    { name: 'latin-1', renderChunk: escapeBeyondLatin1 },
  ],
  output: {
    dir: 'dist/src',
    chunkFileNames: 'chunks/[name].js',
    keepNames: true,
    minify: { compress: false, mangle: false, codegen: true },
  },
};

/** The plugin of `@nestjs/swagger` asks for its package at run time, which would load it, and Nest, a second time. */
function importSwagger(code) {
  return code
    .replace('import { createRequire as _createRequire } from "module";', '')
    .replace('const __require = _createRequire(import.meta.url);', '')
    .replace('const openapi = __require("@nestjs/swagger");', 'import * as openapi from "@nestjs/swagger";');
}

/** A file with one character beyond Latin-1 is kept in memory at two bytes a character, all 6 MB of it. */
function escapeBeyondLatin1(code) {
  return code.replace(/[^\0-\xff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
