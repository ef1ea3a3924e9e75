import { createColumnHelper, type Row as TableRow, tableFeatures, useTable } from '@tanstack/react-table';
import { useWindowVirtualizer, type VirtualItem } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Rows } from '../state/pages.ts';
import { t } from '../words.ts';
import { useRowKeys } from './row-keys.ts';
import { Trouble } from './trouble.tsx';
import './data-table.css';

export interface Column<Row> {
  readonly key: string;
  readonly head: string;
  /** Share of the width, as in a CSS grid: `2fr`, `6rem`. */
  readonly width: string;
  readonly cell: (row: Row) => ReactNode;
  /** Numbers stand at the right. */
  readonly number?: boolean;
}

export interface DataTableProps<Row extends object> {
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: Rows<Row>;
  readonly idOf: (row: Row) => string;
  /** Enter, or a click on the row. */
  readonly open: (row: Row) => void;
  /** Only read, not recorded: dashed. */
  readonly dashed?: (row: Row) => boolean;
  /** Rows of one group stand together; its name goes before the first of them. */
  readonly groupOf?: (row: Row) => string;
  readonly empty: ReactNode;
}

const features = tableFeatures({});
type Line<Row extends object> = TableRow<typeof features, Row>;
const ROW_HEIGHT = 38;
const BEYOND = 12;

function useLines<Row extends object>({ columns, rows, idOf }: DataTableProps<Row>): readonly Line<Row>[] {
  const defined = useMemo(() => {
    const helper = createColumnHelper<typeof features, Row>();
    return columns.map((column) => helper.display({ id: column.key, header: column.head }));
  }, [columns]);
  return useTable({ features, columns: defined, data: rows.rows, getRowId: idOf }).getRowModel().rows;
}

interface LineViewProps<Row extends object> {
  readonly table: DataTableProps<Row>;
  readonly line: Line<Row>;
  readonly before: Line<Row> | undefined;
  readonly item: VirtualItem;
  readonly active: boolean;
  readonly measure: (node: Element | null) => void;
}

function LineView<Row extends object>({ table, line, before, item, active, measure }: LineViewProps<Row>) {
  const row = line.original;
  const group = table.groupOf?.(row);
  const starts = group !== undefined && (before === undefined || table.groupOf?.(before.original) !== group);
  return (
    <div
      className="line"
      role="row"
      aria-rowindex={item.index + 2}
      aria-selected={active}
      data-index={item.index}
      data-dashed={table.dashed?.(row) === true || undefined}
      tabIndex={active || item.index === 0 ? 0 : -1}
      ref={measure}
      onClick={(event) => {
        if (!(event.target instanceof Element && event.target.closest('a, button'))) table.open(row);
      }}
    >
      {starts ? (
        <div className="line-group" role="gridcell" aria-colspan={table.columns.length}>
          {group}
        </div>
      ) : null}
      {table.columns.map((column) => (
        <div
          key={column.key}
          role="gridcell"
          className={column.number === true ? 'number' : ''}
          data-head={column.head}
        >
          {column.cell(row)}
        </div>
      ))}
    </div>
  );
}

function Head({ columns }: { readonly columns: readonly { key: string; head: string; number?: boolean }[] }) {
  return (
    <div className="line heads" role="row" aria-rowindex={1}>
      {columns.map((column) => (
        <div key={column.key} role="columnheader" className={column.number === true ? 'number' : ''}>
          {column.head}
        </div>
      ))}
    </div>
  );
}

function useWindow<Row extends object>(lines: readonly Line<Row>[]) {
  const body = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    const box = body.current?.getBoundingClientRect();
    if (box !== undefined) setTop(box.top + window.scrollY);
  }, [lines.length]);
  // oxlint-disable-next-line react/incompatible-library -- what it gives is read in this very render and never memoised
  const virtual = useWindowVirtualizer({
    count: lines.length,
    estimateSize: () => ROW_HEIGHT,
    overscan: BEYOND,
    scrollMargin: top,
    scrollPaddingStart: 96,
    scrollPaddingEnd: 24,
    getItemKey: (index) => lines[index]?.id ?? index,
  });
  return { body, virtual, top };
}

/** A table of any length: only the rows in sight are in the page, the whole of it scrolls with the page. */
export function DataTable<Row extends object>(props: DataTableProps<Row>) {
  const { columns, rows } = props;
  const lines = useLines(props);
  const { body, virtual, top } = useWindow(lines);
  const box = useRef<HTMLDivElement>(null);
  const openAt = (index: number) => lines[index] !== undefined && props.open(lines[index].original);
  const show = (index: number) => virtual.scrollToIndex(index);
  const active = useRowKeys({ count: lines.length, box, show, open: openAt });
  const shown = virtual.getVirtualItems();
  const nearEnd = (shown.at(-1)?.index ?? 0) >= lines.length - BEYOND * 2;
  useEffect(() => {
    if (nearEnd) rows.more();
  });
  const widths = columns.map((column) => `minmax(0, ${column.width})`).join(' ');
  useLayoutEffect(() => box.current?.style.setProperty('--columns', widths));
  if (rows.error !== null && lines.length === 0) return <Trouble error={rows.error} />;
  if (!rows.pending && lines.length === 0) return <div className="empty">{props.empty}</div>;
  return (
    <div
      ref={box}
      className="table"
      role="grid"
      aria-label={props.label}
      aria-rowcount={(rows.total ?? lines.length) + 1}
    >
      <div role="rowgroup" className="table-heads">
        <Head columns={columns} />
      </div>
      <div role="rowgroup" ref={body} className="table-body" style={{ height: virtual.getTotalSize() }}>
        <div className="table-sight" style={{ transform: `translateY(${(shown[0]?.start ?? top) - top}px)` }}>
          {shown.map((item) => {
            const line = lines[item.index];
            if (line === undefined) return null;
            const before = lines[item.index - 1];
            const view = { table: props, line, before, item, measure: virtual.measureElement };
            return <LineView key={item.key} {...view} active={item.index === active} />;
          })}
        </div>
      </div>
      {rows.pending || !rows.ended ? <p className="quiet table-more">{t('loading')}</p> : null}
    </div>
  );
}
