import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { program } from '../src/cli/program.ts';

interface Section {
  readonly names: readonly string[];
  readonly text: string;
}

/** The sections of the page of commands, each with the commands its heading names. */
const sectionsOf = (page: string): Section[] =>
  page
    .split(/^### /m)
    .slice(1)
    .map((text) => {
      const [heading = ''] = text.split('\n');
      const names = [...heading.matchAll(/`(?:actum )?([a-z]+)[^`]*`/g)].map((found) => found[1] ?? '');
      return { names, text: text.split(/^## /m)[0] ?? '' };
    });

function missing(page: string): string[] {
  const sections = sectionsOf(page);
  return program().commands.flatMap((command) => {
    const section = sections.find(({ names }) => names.includes(command.name()));
    if (section === undefined) return [command.name()];
    const options = command.options.map((option) => option.long ?? '');
    const lacking = options.filter((option) => !new RegExp(`${option}\\b`).test(section.text));
    const example = section.names.some((name) => section.text.includes(`\n\`\`\`\nactum ${name}`))
      ? []
      : ['an example'];
    return [...lacking, ...example].map((what) => `${command.name()}: ${what}`);
  });
}

const COMMANDS = readFileSync('docs/commands.md', 'utf8');

test('H14 every command and option of the program is described, with an example', () => {
  expect(program().commands.length).toBeGreaterThan(20);
  expect(missing(COMMANDS)).toEqual([]);
});

test('H14 every command that is described exists', () => {
  const names = program().commands.map((command) => command.name());
  expect(
    sectionsOf(COMMANDS)
      .flatMap((section) => section.names)
      .filter((name) => !names.includes(name)),
  ).toEqual([]);
});

test('H14 a command or option that is forgotten is seen', () => {
  const forgotten = COMMANDS.replaceAll('--proposed', '')
    .replace('### `actum doctor`', '### `actum nurse`')
    .replace('--remove', '');
  expect(missing(forgotten)).toEqual(expect.arrayContaining(['acts: --proposed', 'doctor', 'passphrase: --remove']));
});

test('H14 every option says what it does', () => {
  for (const command of program().commands) {
    expect([command.name(), command.description()]).not.toContain('');
    for (const option of command.options) expect([command.name(), option.flags, option.description]).not.toContain('');
  }
});

const pages = ['.', 'docs', 'docs/decisions']
  .filter((folder) => existsSync(folder))
  .flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.md'))
      .map((name) => join(folder, name)),
  );

/** Links and pictures of a page that lead to no file here. */
function broken(page: string, text: string): string[] {
  const links = [...text.matchAll(/\]\(([^)\s]+)\)|src="([^"]+)"/g)].map((found) => found[1] ?? found[2] ?? '');
  return links
    .filter((link) => !/^(https?:|mailto:|#)/.test(link) && !existsSync(join(dirname(page), link.split('#')[0] ?? '')))
    .map((link) => `${page} -> ${link}`);
}

test('house: every link between the pages leads somewhere', () => {
  expect(pages).toContain('README.md');
  expect(pages.flatMap((page) => broken(page, readFileSync(page, 'utf8')))).toEqual([]);
  expect(broken('docs/x.md', '[gone](gone.md) [here](GLOSSARY.md#case) [far](https://x.example)')).toEqual([
    'docs/x.md -> gone.md',
  ]);
});
