import tseslint from 'typescript-eslint';

const noHiddenClock = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Ask the Clock; only the clocks read the wall clock.',
  },
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'Ask the Clock; only the clocks read the wall clock.',
  },
  {
    selector: 'CallExpression[callee.name=/^set(Timeout|Interval)$/]',
    message: 'A timer dies with the process. Arm an alarm or enqueue a job.',
  },
  {
    selector: "CallExpression[callee.name='forwardRef']",
    message: 'A cycle is a missing module. Move the shared part down.',
  },
];

/** Three properties a line read like one: a list of properties is a list. */
const noPackedProperties = {
  selector: 'ObjectExpression > SpreadElement > ObjectExpression',
  message: 'Write the properties one by one.',
};

export default tseslint.config(
  {
    ignores: [
      'dist/**',
      'coverage/**',
      '.nightdesk/**',
      '**/*.{mjs,cjs,js}',
      'apps/web/dist/**',
      'apps/web/src/api/generated/**',
      '**/*.config.ts',
    ],
  },
  ...tseslint.configs.strict,
  {
    files: ['**/*.{ts,tsx}'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 30, skipBlankLines: true, skipComments: true }],
      'max-params': ['error', 4],
      'max-depth': ['error', 2],
      complexity: ['error', 8],
      'no-console': 'error',
      'no-restricted-syntax': ['error', ...noHiddenClock, noPackedProperties],
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Read Env; only env.ts reads the environment.' },
      ],
      'no-restricted-imports': [
        'error',
        {
          paths: [{ name: 'typeorm', importNames: ['DataSource', 'EntityManager'], message: 'Go through AccountDb.' }],
        },
      ],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
    },
  },
  // The few files that own what the rest must ask for: clocks, loops of the workers, the database door, process start.
  {
    files: ['libs/platform/src/{clock,alarms,jobs,journal,local,testing}/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', noPackedProperties] },
  },
  {
    files: ['libs/platform/src/{tenancy,jobs,journal,alarms,testing,local,clock}/**', 'migrations/**'],
    rules: { 'no-restricted-imports': 'off' },
  },
  {
    files: [
      'apps/api/src/{main,worker,migrate,openapi}.ts',
      'apps/api/{local,proofs}/**',
      'libs/platform/src/env/**',
      'libs/platform/src/{local,testing}/**',
      'apps/simulator/src/main.ts',
    ],
    rules: { 'no-restricted-properties': 'off', 'no-console': 'off' },
  },
  // The simulator plays the telephone network: ringing takes time there, and its timers are the thing it simulates.
  {
    files: ['apps/simulator/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', noHiddenClock[3], noPackedProperties] },
  },
  // A migration is one SQL text; the bench measures real time.
  { files: ['migrations/**'], rules: { 'max-lines-per-function': 'off' } },
  { files: ['apps/api/proofs/{bench,chaos}/**'], rules: { 'no-restricted-syntax': ['error', noPackedProperties] } },
  // A component is one tree of markup: its length is the length of the page, not of an algorithm.
  {
    files: ['apps/web/**/*.{ts,tsx}'],
    rules: {
      'max-lines-per-function': ['error', { max: 90, skipBlankLines: true, skipComments: true }],
      complexity: ['error', 12],
      'no-restricted-syntax': ['error', noHiddenClock[3], noPackedProperties],
    },
  },
  {
    files: ['**/*spec.ts', '**/test/**/*.{ts,tsx}'],
    rules: {
      'max-lines': 'off',
      'max-lines-per-function': 'off',
      'no-restricted-syntax': ['error', noPackedProperties],
      'no-restricted-imports': 'off',
      'no-restricted-properties': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      'no-console': 'off',
    },
  },
  { files: ['libs/domain/src/triage/{cli,eval}/**'], rules: { 'no-console': 'off' } },
);
