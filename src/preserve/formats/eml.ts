import PostalMime, { type Attachment as MailAttachment, type Email } from 'postal-mime';
import { done } from '../../kit/outcome.ts';
import { wellFormed } from '../decode.ts';
import { plainText, type Attachment, type Read } from '../extracted.ts';
import { sniff } from '../sniff.ts';
import { htmlText } from './html-text.ts';

/** The headers that say who, to whom and when, in this order, as the mail has them: a date is not set anew. */
const SHOWN = ['From', 'To', 'Cc', 'Date', 'Subject'] as const;

/**
 * An e-mail: its headers, an empty line, its plain words or else its page's (SPEC C15). What is attached, a forwarded
 * mail among them, is handed out to be taken into custody by itself.
 */
export const read: Read = async (bytes) => {
  const mail = await PostalMime.parse(bytes, { forceRfc822Attachments: true, attachmentEncoding: 'arraybuffer' });
  const words = wellFormed(`${headersOf(mail).join('\n')}\n\n${bodyOf(mail)}`);
  const tool = { name: 'eml', version: '1 (postal-mime 4.0.0)', options: '' };
  return done({
    ...plainText(words.trimEnd(), mail.subject === undefined ? null : wellFormed(mail.subject), tool),
    attachments: mail.attachments.map(attachmentOf),
  });
};

const bodyOf = (mail: Email): string => mail.text ?? (mail.html === undefined ? '' : htmlText(mail.html).text);

function headersOf(mail: Email): string[] {
  const value = {
    From: people(mail.from && [mail.from]),
    To: people(mail.to),
    Cc: people(mail.cc),
    Date: mail.headers.find(({ key }) => key === 'date')?.value,
    Subject: mail.subject,
  } as const satisfies Record<(typeof SHOWN)[number], string | undefined>;
  return SHOWN.flatMap((name) => (value[name] ? [`${name}: ${value[name].replace(/\s+/g, ' ').trim()}`] : []));
}

function people(addresses: Email['to']): string | undefined {
  return addresses
    ?.map((one) => {
      if (one.group !== undefined) return `${one.name}: ${people(one.group) ?? ''}`;
      return one.name === '' ? one.address : `${one.name} <${one.address}>`;
    })
    .join(', ');
}

function attachmentOf({ filename, mimeType, content }: MailAttachment, at: number): Attachment {
  const bytes = typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content);
  const name = filename?.split(/[/\\]/).at(-1) || `attachment ${at + 1}${mimeType === 'message/rfc822' ? '.eml' : ''}`;
  return { name: wellFormed(name), mediaType: sniff(bytes, name), bytes };
}
