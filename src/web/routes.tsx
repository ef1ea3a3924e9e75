import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { Root } from './pages/root.tsx';
import { Missing } from './parts/missing.tsx';
import { Trouble } from './parts/trouble.tsx';

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;

/** Reads named text members of a search string; the rest of it is dropped. */
const textSearch =
  <Name extends string>(...names: readonly Name[]) =>
  (search: Readonly<Record<string, unknown>>): { [Key in Name]?: string } => {
    const read: { [Key in Name]?: string } = {};
    for (const name of names) {
      const text = textOf(search[name]);
      if (text !== undefined) read[name] = text;
    }
    return read;
  };

const root = createRootRoute({ component: Root, notFoundComponent: Missing });
const at = <Path extends string>(path: Path) => ({ getParentRoute: () => root, path });

const home = createRoute({ ...at('/'), component: lazyRouteComponent(() => import('./pages/home.tsx'), 'HomePage') });
const sources = createRoute({
  ...at('/sources'),
  validateSearch: textSearch('q', 'state', 'sort'),
  component: lazyRouteComponent(() => import('./pages/sources.tsx'), 'SourcesPage'),
});
const source = createRoute({
  ...at('/sources/$id'),
  component: lazyRouteComponent(() => import('./pages/source.tsx'), 'SourcePage'),
});
/** `?span=120-145` shows these words; `#note=ID` puts the focus on that note; `?add=RECORD&field=when` asks for words for it. */
const reader = createRoute({
  ...at('/read/$textId'),
  validateSearch: textSearch('span', 'add', 'field'),
  component: lazyRouteComponent(() => import('./pages/reader.tsx'), 'ReaderPage'),
});
const review = createRoute({
  ...at('/review'),
  validateSearch: textSearch('kind'),
  component: lazyRouteComponent(() => import('./pages/review.tsx'), 'ReviewPage'),
});
const list = createRoute({
  ...at('/register/$kind'),
  validateSearch: textSearch('q', 'status', 'sort', 'proposed'),
  component: lazyRouteComponent(() => import('./pages/register.tsx'), 'RegisterPage'),
});
const record = createRoute({
  ...at('/records/$id'),
  component: lazyRouteComponent(() => import('./pages/record.tsx'), 'RecordPage'),
});
const figures = createRoute({
  ...at('/figures'),
  component: lazyRouteComponent(() => import('./pages/figures.tsx'), 'FiguresPage'),
});
const work = createRoute({
  ...at('/work'),
  validateSearch: textSearch('kind'),
  component: lazyRouteComponent(() => import('./pages/work.tsx'), 'WorkPage'),
});
const search = createRoute({
  ...at('/search'),
  validateSearch: textSearch('q'),
  component: lazyRouteComponent(() => import('./pages/search.tsx'), 'SearchPage'),
});
const ledger = createRoute({
  ...at('/ledger'),
  component: lazyRouteComponent(() => import('./pages/ledger.tsx'), 'LedgerPage'),
});
const release = createRoute({
  ...at('/export'),
  component: lazyRouteComponent(() => import('./pages/export.tsx'), 'ExportPage'),
});

const pages = [home, sources, source, reader, review, list, record, figures, work, search, ledger, release] as const;

/** Every page has an address; what a page filters by stands in it, so that a link shows the same to a colleague. */
export const router = createRouter({
  routeTree: root.addChildren(pages),
  defaultErrorComponent: ({ error }) => <Trouble error={error} />,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
