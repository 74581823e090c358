/**
 * Which part may import which: the rule of ARCHITECTURE.md, checked by `npm run deps`. Written mostly as "nothing but",
 * so that a new folder is closed until somebody opens it here. `test/unit/dependency-rule.test.ts` keeps a small tree
 * that breaks every rule once, and fails when a rule here has no such case.
 */

/** Reads files on purpose and hands the engine what it read, or belongs to training: outside the pure part. */
const AROUND_THE_ENGINE = [
  String.raw`\.store\.ts$`,
  '^src/conversation/stored-state\\.ts$', // checks stored state with zod, for the store
  '^src/conversation/understand/load\\.ts$', // reads the trained model at the start
  '^src/conversation/understand/model/(phrases|train-all)\\.ts$', // `npm run model`, never at run time
]

/** The few files that put the program together. */
const ROOT = '^src/(main|app)\\.ts$'
const ROOT_AND_OPENERS =
  '^src/(main|app|alerting|answering|answering-entry|answering-host|answering-thread|durable|effects|officers-desk|officer-command|case-work|open-store|live-knowledge|seed-command)\\.ts$'

/** Where the package lies on disk, for the parts that read files it ships with. Imports nothing. */
const PACKAGE_ROOT = '^src/package-root\\.ts$'

/** A connection that is handed on, and what its errors mean: no table, no row. */
const CONNECTION = '^src/database/sql\\.ts$'

/** Parts whose own files may call their own store; each is given its connection by the root. */
const WITH_A_STORE = 'inbox|outbox|cases|alerts|officers|console|privacy|operations|ingest'

/** A part of ours that may import only the listed parts of ours (and itself). Its libraries have rules of their own. */
function onlyOurs(folder, allowed, comment) {
  return {
    name: `${folder.replace('|', '-')}-knows-only-its-own`,
    comment,
    severity: 'error',
    from: { path: `^src/(${folder})/` },
    to: { path: '^src/', pathNot: [`^src/$1/`, ...allowed] },
  }
}

/** A library that only one place may speak to. */
function onlyIn(name, library, places, comment) {
  return {
    name,
    comment,
    severity: 'error',
    from: { path: '^src/', pathNot: places },
    to: { path: `(^|/)node_modules/(${library})/` },
  }
}

export default {
  forbidden: [
    {
      name: 'core-imports-nothing',
      comment: 'core holds the words every part shares; it depends on no other part, library or file.',
      severity: 'error',
      from: { path: '^src/core/' },
      to: { pathNot: ['^src/core/', '^locales/id/messages\\.json$'] },
    },
    {
      name: 'core-knows-the-keys-not-the-wording',
      comment: 'core/wording.ts takes the type of the message keys from the locale, never a sentence.',
      severity: 'error',
      from: { path: '^src/core/' },
      to: { path: '^locales/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'engine-is-pure',
      comment:
        'The engine reaches core, knowledge and itself, nothing else: no database, wording, library, file or clock, not even through a friend. What it needs from outside arrives in TurnContext.',
      severity: 'error',
      from: { path: '^src/conversation/', pathNot: AROUND_THE_ENGINE },
      to: {
        pathNot: ['^src/(core|conversation|knowledge)/(?!.*\\.store\\.ts$)', '^locales/id/messages\\.json$'],
        reachable: true,
      },
    },
    {
      name: 'channels-know-only-core',
      comment:
        'A channel turns a vendor payload into Inbound and Outbound into vendor calls. No rules, no wording, no database.',
      severity: 'error',
      from: { path: '^src/channels/([^/]+)/' },
      to: { path: '^src/', pathNot: ['^src/core/', '^src/channels/$1/'] },
    },
    {
      name: 'whatsapp-vendors-apart',
      comment: 'The two ways into WhatsApp share what lies in channels/whatsapp/, not each other.',
      severity: 'error',
      from: { path: '^src/channels/whatsapp/([^/]+)/' },
      to: { path: '^src/channels/whatsapp/[^/]+/', pathNot: '^src/channels/whatsapp/$1/' },
    },
    {
      name: 'channels-are-put-in-by-the-root',
      comment: 'Only the composition root knows which channels there are.',
      severity: 'error',
      from: { path: '^src/', pathNot: [ROOT, '^src/channels/'] },
      to: { path: '^src/channels/' },
    },
    onlyOurs(
      'knowledge',
      ['^src/core/', '^src/database/', PACKAGE_ROOT],
      'Facts stand on their own: they know neither who asks nor which way the question came.',
    ),
    onlyOurs('phrase', ['^src/core/'], 'Wording knows message keys and parameters, not who sends them.'),
    onlyOurs(
      'database',
      ['^src/core/', PACKAGE_ROOT],
      'The server, the client and the migrations know nothing of the subject.',
    ),
    onlyOurs('operations', ['^src/core/', '^src/database/'], 'Metrics and jobs count; they know no subject.'),
    onlyOurs('privacy', ['^src/core/', '^src/database/'], 'Keys and sealing serve every part and know none.'),
    onlyOurs(
      'inbox|outbox',
      ['^src/core/', '^src/database/', '^src/conversation/', '^src/privacy/'],
      'Accepting and committing know the words of a turn; effects of events arrive as a list from app.ts.',
    ),
    {
      name: 'inbox-outbox-take-only-types-of-the-engine',
      comment: 'The engine is called by the pipeline; the inbox and the outbox need only its types.',
      severity: 'error',
      from: { path: '^src/(inbox|outbox)/', pathNot: '\\.store\\.ts$' },
      to: { path: '^src/conversation/', dependencyTypesNot: ['type-only'] },
    },
    onlyOurs(
      'cases|alerts',
      ['^src/core/', '^src/database/', '^src/conversation/events/', '^src/(cases|alerts|privacy)/'],
      'Cases and alerts act on events, not on channels or on the dialogue.',
    ),
    onlyOurs(
      'officers|console',
      ['^src/core/', '^src/database/', '^src/(cases|alerts|knowledge|phrase|privacy)/'],
      'Officers act on cases and alerts; they are not a channel and do not look into the engine.',
    ),
    {
      name: 'pipeline-joins-stages',
      comment: 'The way of one message is the order of the stages, without a library or a table of its own.',
      severity: 'error',
      from: { path: '^src/pipeline(/|\\.ts$)' },
      to: {
        path: [
          '(^|/)node_modules/',
          '^src/database/generated/',
          '^src/(channels|cases|alerts|officers|console)/',
        ],
      },
    },
    {
      name: 'rows-stay-in-stores',
      comment:
        'Rows of the database never leave a *.store.ts file: a named function turns them into a domain object.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['\\.store\\.ts$', '^src/database/', ROOT_AND_OPENERS] },
      to: { path: '^src/database/', pathNot: CONNECTION },
    },
    {
      name: 'stores-are-handed-in',
      comment:
        'Who needs a store is given it by the root. An import would carry the database into that part.',
      severity: 'error',
      from: {
        path: '^src/',
        pathNot: ['\\.store\\.ts$', `^src/(${WITH_A_STORE})/`, ROOT_AND_OPENERS],
      },
      to: { path: '\\.store\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'own-store-only',
      comment: 'A part reads its own tables; what it needs of another part it asks that part for.',
      severity: 'error',
      from: { path: `^src/(${WITH_A_STORE})/` },
      to: { path: '\\.store\\.ts$', pathNot: '^src/$1/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'database-libraries-in-stores',
      comment: 'PostgreSQL is spoken in src/database and in *.store.ts.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/database/', '\\.store\\.ts$'] },
      to: { path: '(^|/)node_modules/(pg|@prisma|graphile-worker)/' },
    },
    onlyIn(
      'i18next-in-phrase',
      'i18next',
      '^src/phrase/',
      'One part words replies, so that every channel says the same.',
    ),
    onlyIn(
      'grammy-in-telegram',
      '@?grammyjs|grammy',
      '^src/channels/telegram/',
      'grammY is the citizens’ bot.',
    ),
    onlyIn(
      'telegraf-in-officers',
      'telegraf',
      '^src/officers/',
      'Telegraf is the officers’ bot: no failure, rate limit or trust is shared.',
    ),
    onlyIn(
      'baileys-in-its-folder',
      '@whiskeysockets',
      '^src/channels/whatsapp/baileys/',
      'The linked device is one of two ways into WhatsApp.',
    ),
    onlyIn(
      'hono-where-http-is',
      'hono|@hono',
      [
        '^src/channels/web/',
        '^src/channels/(telegram|whatsapp)/',
        '^src/console/',
        '^src/(app|main|health)\\.ts$',
      ],
      'HTTP belongs to the web page, the webhooks and the console.',
    ),
    {
      name: 'only-main-starts-the-app',
      comment: 'app.ts and main.ts know everyone; nobody knows them.',
      severity: 'error',
      from: { path: '^src/', pathNot: ROOT },
      to: { path: ROOT },
    },
    {
      name: 'src-never-imports-tests',
      comment: 'The image holds src alone.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(test|bench|scripts)/' },
    },
    {
      name: 'no-development-packages',
      comment: 'The image is installed without them.',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-undeclared-packages',
      comment: 'A package that only another one brings along can be gone with its next version.',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'no-unresolvable',
      comment: 'The import names a file or a package that is not there.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-circular',
      comment: 'Two files that need each other are one file, or miss a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      comment: 'A file that nobody imports and that imports nobody is forgotten.',
      severity: 'error',
      from: { orphan: true, path: '^src/', pathNot: ['^src/channels/web/assets/', '\\.d\\.ts$'] },
      to: {},
    },
  ],
  options: {
    tsPreCompilationDeps: true, // types count too: a type of Prisma in the engine is a leak
    doNotFollow: { path: ['node_modules', '^src/database/generated/'] },
    exclude: { path: ['^src/database/generated/(internal|models)'] },
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
    moduleSystems: ['es6', 'cjs'],
  },
}
