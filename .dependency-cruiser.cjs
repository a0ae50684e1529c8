/**
 * Import direction: a layer may use only the layers below it. What a layer is for stands in docs/architecture.md.
 * `may` lists, for each library, the libraries that it may import; everything else among the libraries is forbidden.
 */
const may = {
  domain: [],
  log: ['domain'],
  embedded: [],
  jobs: ['log', 'domain'],
  commands: ['log', 'domain'],
  views: ['jobs', 'log', 'domain'],
  identity: ['log', 'domain'],
  reactions: ['views', 'commands', 'jobs', 'log', 'domain'],
  audit: ['views', 'log', 'domain'],
  reporting: ['audit', 'views', 'jobs', 'log', 'domain'],
  operations: ['views', 'jobs', 'log', 'domain'],
};

const direction = Object.entries(may).map(([lib, allowed]) => ({
  name: `${lib}-imports-downward`,
  severity: 'error',
  from: { path: `^libs/${lib}/`, pathNot: '\\.spec\\.ts$' },
  to: { path: '^(libs|apps|test)/', pathNot: `^libs/(${[lib, ...allowed].join('|')})/` },
}));

module.exports = {
  forbidden: [
    ...direction,
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'apps-do-not-import-apps',
      severity: 'error',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      // The pages know the product by its public API alone; only their tests start it.
      name: 'the-pages-use-the-api-only',
      severity: 'error',
      from: { path: '^apps/web/', pathNot: '^apps/web/testing/|\\.spec\\.ts$' },
      to: { path: '^(libs|apps|test|docs)/', pathNot: '^apps/web/' },
    },
    {
      name: 'the-domain-is-pure',
      severity: 'error',
      from: { path: '^libs/domain/', pathNot: '\\.spec\\.ts$' },
      to: { dependencyTypes: ['core', 'npm'], pathNot: 'node_modules/(zod|temporal-polyfill|temporal-spec)/' },
    },
    {
      // The comparison with another library has packages of its own, which only its benchmark installs.
      name: 'resolvable',
      severity: 'error',
      from: { pathNot: '^test/bench/log/emmett/' },
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      conditionNames: ['source', 'import', 'require', 'node', 'default'],
      exportsFields: ['exports'],
      extensions: ['.ts', '.tsx', '.js', '.json'],
    },
  },
};
