// Puts our own modules into one file, and leaves packages where they are installed: to look for and read some 700 small files is a
// fifth of the start. What `nest build` has made of the entry gives way to the file; the commands of src/cli still use the modules.
export default {
  input: './dist/src/main.js',
  external: /^[^./]/,
  platform: 'node',
  output: { dir: 'dist/src', chunkFileNames: 'chunks/[name].js', keepNames: true },
};
