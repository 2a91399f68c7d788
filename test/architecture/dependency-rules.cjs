/** Who may import whom. Each rule is a sentence of the architecture; a cycle is never allowed. */
module.exports = {
  forbidden: [
    {
      name: 'shared-is-pure',
      severity: 'error',
      from: { path: '^src-shared' },
      to: { pathNot: '^(src-shared|node_modules/zod)' },
    },
    {
      name: 'renderer-sees-only-shared',
      severity: 'error',
      from: { path: '^src-renderer' },
      to: { path: '^src-main' },
    },
    {
      name: 'renderer-has-no-node',
      severity: 'error',
      from: { path: '^src-renderer' },
      to: { dependencyTypes: ['core'] },
    },
    { name: 'main-never-sees-renderer', severity: 'error', from: { path: '^src-main' }, to: { path: '^src-renderer' } },
    {
      name: 'features-are-islands',
      severity: 'error',
      from: { path: '^src-renderer/features/([^/]+)/' },
      to: { path: '^src-renderer/features/', pathNot: '^src-renderer/features/$1/' },
    },
    {
      name: 'ui-knows-no-feature',
      severity: 'error',
      from: { path: '^src-renderer/(ui|editor-kit|cover-kit)' },
      to: { path: '^src-renderer/(features|app)' },
    },
    {
      name: 'electron-only-in-shell',
      severity: 'error',
      from: { path: '^src-main', pathNot: '^src-main/(main|preload)\\.ts$|^src-main/shell/' },
      to: { path: '(^|/)electron(-store)?(/|$)' },
    },
    {
      name: 'shell-only-from-main',
      severity: 'error',
      from: { path: '^src-main', pathNot: '^src-main/main\\.ts$|^src-main/shell/' },
      to: { path: '^src-main/shell/' },
    },
    {
      name: 'nobody-imports-compose',
      severity: 'error',
      from: { path: '^src-main', pathNot: '^src-main/main\\.ts$|^src-main/cli(/|\\.ts$)' },
      to: { path: '^src-main/compose\\.ts$' },
    },
    {
      name: 'network-only-through-the-gate',
      severity: 'error',
      from: { path: '^src-', pathNot: '^src-main/ai/' },
      to: { path: '(^|/)openai/|^(node:)?(http|https|http2|net|tls|dgram|dns)$' },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
