import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const readsEnvironment = {
  object: 'process',
  property: 'env',
  message: 'Only src/config reads the environment: inject Config instead.',
};

export default tseslint.config(
  {
    ignores: [
      '**/dist/',
      '**/node_modules/',
      '.cache/',
      '.data/',
      'coverage/',
      '**/*.cjs',
      'sandbox/page/',
      'packages/discord-view/',
      'console/src/api/schema.d.ts',
      'sandbox/src/client/operations.ts',
      'site/.vitepress/cache/',
    ],
  },
  js.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      // French texts have no-break spaces.
      'no-irregular-whitespace': ['error', { skipStrings: true, skipTemplates: true, skipRegExps: true }],
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/consistent-type-definitions': ['error', 'interface'],
      // Nest's modules, and DTO classes that only carry decorators, are classes without a body.
      '@typescript-eslint/no-extraneous-class': [
        'error',
        { allowWithDecorator: true, allowConstructorOnly: true },
      ],
      // `import type` for types only, except where decorator metadata needs the class itself, which the rule knows.
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // Nest and Discord libraries type their option bags as classes, to be filled with plain objects.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidOperator: true },
      ],
      // Discord's numbers and words arrive from the wire; naming their enum there is the point of the assertion.
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      // Records carry the wire's snake_case names (docs/architecture.md, "One vocabulary"); what the code itself names is
      // camelCase. What is taken out of a record by destructuring keeps the record's name; `_` marks what is not used.
      '@typescript-eslint/naming-convention': [
        'error',
        { selector: ['variable', 'parameter'], modifiers: ['destructured'], format: null },
        { selector: ['variable', 'parameter'], filter: '^_', format: null },
        { selector: 'variable', format: ['camelCase', 'PascalCase', 'UPPER_CASE'] },
        { selector: 'parameter', format: ['camelCase'] },
        { selector: 'function', format: ['camelCase', 'PascalCase'] },
      ],
      // Marked as deprecated only to stand out; the sandbox speaks plain http on this machine.
      '@typescript-eslint/no-deprecated': [
        'error',
        { allow: [{ from: 'package', package: 'openid-client', name: 'allowInsecureRequests' }] },
      ],
      eqeqeq: ['error', 'always'],
      '@typescript-eslint/max-params': ['error', { max: 6 }],
      'max-lines': ['error', { max: 300 }],
      'no-console': 'error',
    },
  },
  // A test file starts an application of its own: each that is split off costs five seconds.
  {
    files: ['**/*.spec.ts', '**/*.test.ts'],
    rules: { 'max-lines': ['error', { max: 450 }] },
  },
  {
    files: ['src/**/*.ts'],
    ignores: ['src/config/**'],
    rules: { 'no-restricted-properties': ['error', readsEnvironment] },
  },
  {
    files: ['console/src/**'],
    extends: [reactHooks.configs.flat.recommended],
  },
  // Texts, one after another.
  { files: ['site/texts/**'], rules: { 'max-lines': 'off' } },
  // Programs for a terminal: they print, and they read the environment that they pass on.
  {
    files: [
      'local/**',
      'bench/**',
      'src/cli/**',
      'sandbox/src/cli.ts',
      'test/**',
      'sandbox/test/**',
      '.ci/**',
      'site/**',
    ],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['**/*.js', '**/*.mjs'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        setTimeout: 'readonly',
        Buffer: 'readonly',
        URL: 'readonly',
      },
    },
  },
);
