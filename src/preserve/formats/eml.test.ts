import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import type { Extracted } from '../extracted.ts';
import { read } from './eml.ts';

async function mail(lines: readonly string[], charset = 'utf-8'): Promise<Extracted> {
  const outcome = await read(iconv.encode(lines.join('\r\n'), charset), { name: 'a.eml', mediaType: 'message/rfc822' });
  if (!outcome.ok) throw new Error(outcome.problem.reason);
  return outcome.value;
}

const HEAD = [
  'From: =?windows-1251?B?yPDo7eAgxO7w7Q==?= <irina@selm.example>',
  'To: Desk <desk@selm.example>, b@selm.example',
  'Date: Tue, 11 Jan 2022 09:30:00 +0400',
  'Subject: The list',
  'MIME-Version: 1.0',
];

test('C15 a mail begins with its headers, its date as it was written', async () => {
  const { text, title } = await mail(
    [...HEAD, 'Content-Type: text/plain; charset=koi8-r', 'Content-Transfer-Encoding: 8bit', '', 'Их было двести.'],
    'koi8-r',
  );
  expect(text).toBe(
    'From: Ирина Дорн <irina@selm.example>\nTo: Desk <desk@selm.example>, b@selm.example\nDate: Tue, 11 Jan 2022 09:30:00 +0400\nSubject: The list\n\nИх было двести.',
  );
  expect(title).toBe('The list');
});

test('C15 a mail that is a page is read as one, without its trackers', async () => {
  const { text } = await mail([
    ...HEAD,
    'Content-Type: text/html',
    '',
    '<p>One<p>two<script>x()</script><img src="https://tracker.example/1.gif">',
  ]);
  expect(text.split('\n\n').slice(1)).toEqual(['One', 'two']);
});

test('C15 what is attached is handed out, a forwarded mail too', async () => {
  const { text, attachments } = await mail([
    ...HEAD,
    'Content-Type: multipart/mixed; boundary=b',
    '',
    '--b',
    'Content-Type: text/plain',
    '',
    'See the list.',
    '--b',
    'Content-Type: application/octet-stream',
    'Content-Disposition: attachment; filename="../../list.txt"',
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from('Emil Dorn\n').toString('base64'),
    '--b',
    'Content-Type: message/rfc822',
    '',
    'From: c@selm.example',
    'Message-ID: <1@selm.example>',
    'Subject: inner',
    '',
    'inner words',
    '--b--',
  ]);
  expect(text).toContain('See the list.');
  expect(text).not.toContain('inner words');
  expect(attachments.map(({ name, mediaType }) => [name, mediaType])).toEqual([
    ['list.txt', 'text/plain'],
    ['attachment 2.eml', 'message/rfc822'],
  ]);
  expect(Buffer.from(attachments[0]!.bytes).toString()).toBe('Emil Dorn\n');
});
