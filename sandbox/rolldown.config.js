// Puts the sandbox's own code into a few files: to look for, read and compile some 250 small ones is a third of the start, and of
// what it holds in memory. The packages stay where they are installed; the types come from the compiler.
export default {
  input: ['src/index.ts', 'src/cli.ts'],
  external: /^[^./]/,
  platform: 'node',
  output: { dir: 'dist', chunkFileNames: '[name].js', keepNames: true, cleanDir: true },
};
