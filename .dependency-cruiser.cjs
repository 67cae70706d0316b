/** The house rules. Arrows only ever point down: apps -> integrations -> platform -> domain. */
const FEATURES = 'apps/api/src/([^/]+)/';
/** A feature may use the features listed beside it, and nothing else. */
const MAY_USE = {
  identity: [],
  accounts: ['identity'],
  config: ['identity', 'accounts'],
  provisioning: ['identity', 'accounts', 'config'],
  'on-call': ['identity', 'config'],
  calendar: ['identity'],
  booking: ['identity', 'config', 'on-call', 'calendar'],
  escalation: ['identity', 'config', 'on-call', 'booking'],
  'lead-cards': ['identity', 'escalation', 'booking'],
  calls: ['identity', 'config', 'on-call', 'escalation', 'booking', 'lead-cards'],
  onboarding: ['identity', 'accounts', 'config', 'provisioning', 'on-call'],
  digest: ['identity', 'config', 'calendar', 'on-call', 'lead-cards', 'calls', 'escalation'],
  live: ['identity'],
  webhooks: ['calls', 'escalation', 'provisioning', 'on-call'],
};
const SPEC = '((int|e2e)-)?spec\\.tsx?$';
const featureEdges = Object.entries(MAY_USE).map(([feature, uses]) => ({
  name: `feature-edges-${feature}`,
  severity: 'error',
  from: { path: `^apps/api/src/${feature}/`, pathNot: SPEC },
  to: { path: '^apps/api/src/[^/]+/', pathNot: `^apps/api/src/(${[feature, ...uses].join('|')})/` },
}));

module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-barrels', severity: 'error', from: {}, to: { path: '^(apps|libs)/.*/index\\.tsx?$' } },
    { name: 'feature-is-listed', comment: 'A new feature needs a line in MAY_USE.', severity: 'error',
      from: { path: '^apps/api/src/[^/]+/', pathNot: `^apps/api/src/(${Object.keys(MAY_USE).join('|')})/` }, to: {} },
    { name: 'domain-is-pure', comment: 'No framework, no I/O, no Node: domain also runs in the SPA.', severity: 'error',
      from: { path: '^libs/domain/', pathNot: [SPEC, '^libs/domain/src/triage/(cli|eval)/'] },
      to: { pathNot: ['^libs/domain/', '(^|/)node_modules/(luxon|libphonenumber-js|@types/luxon)'] } },
    { name: 'platform-knows-no-feature', severity: 'error', from: { path: '^libs/platform/' }, to: { path: '^(apps|libs/integrations)/' } },
    { name: 'integrations-know-no-feature', severity: 'error', from: { path: '^libs/integrations/' }, to: { path: '^apps/' } },
    { name: 'providers-stay-behind-ports', comment: 'Only composition and webhooks may name a provider.', severity: 'error',
      from: { path: '^apps/api/src/(?!webhooks/|adapters\\.module)', pathNot: SPEC }, to: { path: '^libs/integrations/' } },
    { name: 'sdk-only-in-integrations', severity: 'error', from: { path: '^(apps|libs)/', pathNot: ['^libs/integrations/', SPEC] },
      to: { path: '(^|/)node_modules/(twilio|@vapi-ai|@googleapis|nodemailer|@slack|openai)' } },
    { name: 'database-door', comment: 'Rows are reached through AccountDb; @nestjs/typeorm would hand out unscoped repositories.', severity: 'error',
      from: { path: '^apps/', pathNot: '^apps/api/src/(app|adapters|worker|database)\\.module\\.ts$' }, to: { path: '(^|/)node_modules/@nestjs/typeorm' } },
    { name: 'feature-front-doors', comment: 'Another feature may import a module, its service and its types; never its entities or queries.', severity: 'error',
      from: { path: `^${FEATURES}`, pathNot: SPEC },
      to: { path: `^${FEATURES}`, pathNot: ['^apps/api/src/$1/', '\\.(module|service|types|guard|decorators)\\.ts$'] } },
    ...featureEdges,
    { name: 'web-and-simulator-use-domain-only', severity: 'error', from: { path: '^apps/(web|simulator)/', pathNot: SPEC }, to: { path: '^(apps/(?!$1)|libs/(?!domain))' } },
    { name: 'web-features-are-islands', severity: 'error', from: { path: '^apps/web/src/features/([^/]+)/' },
      to: { path: '^apps/web/src/features/', pathNot: '^apps/web/src/features/$1/' } },
    { name: 'no-orphans', severity: 'error',
      from: { orphan: true, pathNot: ['\\.d\\.ts$', '(main|worker|migrate|openapi|start-local|seed-demo|overnight|bench|bench/floor|chaos|prd-timers|cli/triage|eval/eval)\\.tsx?$', '\\.config\\.[cm]?[jt]s$', SPEC, '/test/', '\\.css$'] }, to: {} },
    { name: 'program-knows-no-demo', comment: 'What answers real lines carries neither the demo nor the proofs.', severity: 'error',
      from: { path: '^(apps/api/src|libs)/', pathNot: SPEC }, to: { path: '^apps/api/(local|proofs)/' } },
    { name: 'tests-are-leaves', severity: 'error', from: { pathNot: [SPEC, '/test/', '/testing/'] }, to: { path: [SPEC, '/test/', '/testing/'] } },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|apps/web/dist|apps/web/src/api/generated)' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'], extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'] },
  },
};
