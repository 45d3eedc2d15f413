import { readFileSync } from 'node:fs';
import path from 'node:path';
import { before } from '@nestjs/swagger/plugin';
import ts from 'typescript';
import type { Plugin } from 'vite';

const root = path.resolve(import.meta.dirname, '../..');

interface NestCli {
  readonly compilerOptions: { readonly plugins: readonly [{ readonly options: Record<string, unknown> }] };
}

/** All projects of vitest.config.ts have the same sources, and reading them takes ten seconds. */
let program: ts.Program | undefined;

/**
 * Compiles DTOs and controllers as `nest build` does, with the plugin and the options of nest-cli.json. Vitest's own
 * compiler has no plugins, and without this one the description of the API would have neither fields nor comments.
 */
export function nestSwagger(): Plugin {
  const nestCli = JSON.parse(readFileSync(path.join(root, 'nest-cli.json'), 'utf8')) as NestCli;
  const [{ options }] = nestCli.compilerOptions.plugins;
  return {
    name: 'nest-swagger',
    enforce: 'pre',
    transform: {
      filter: { id: /\/src\/(?:rest-api|discord-gateway)\/.*\.(?:dto|controller)\.ts$/ },
      handler(code, id) {
        // Read again after a change, when Vitest watches.
        if (program?.getSourceFile(id)?.text !== code) program = readSources();
        const emitted: Record<string, string> = {};
        const write: ts.WriteFileCallback = (file, text) => (emitted[path.extname(file)] = text);
        program.emit(program.getSourceFile(id), write, undefined, false, {
          before: [before(options, program)],
        });
        return { code: emitted['.js'] ?? '', map: emitted['.map'] ?? null };
      },
    },
  };
}

function readSources(): ts.Program {
  const file = path.join(root, 'tsconfig.build.json');
  const { config } = ts.readConfigFile(file, (name) => ts.sys.readFile(name)) as { config: unknown };
  const { fileNames, options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  const { outDir: _outDir, rootDir: _rootDir, ...rest } = options;
  return ts.createProgram(fileNames, { ...rest, noEmit: false });
}
