import { Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx';
import type { Note, NotePart, NoteTable } from './note.ts';

/** The language in which a word processor checks the spelling. */
type Spelling = 'nl-NL' | 'en-GB';

/** The note as a Word document (Office Open XML). Its library is large, so that this file is loaded when it is asked for. */
export async function wordFile(note: Note, language: Spelling = 'nl-NL'): Promise<Blob> {
  return Packer.toBlob(documentOf(note, language));
}

function documentOf({ title, lead, parts }: Note, language: Spelling): Document {
  return new Document({
    title,
    creator: 'Samenspel',
    styles: { default: { document: { run: { font: 'Calibri', size: 22, language: { value: language } } } } },
    sections: [
      {
        children: [
          new Paragraph({ text: title, heading: HeadingLevel.TITLE }),
          ...lead.map((text) => new Paragraph({ text })),
          ...parts.flatMap(partOf),
        ],
      },
    ],
  });
}

function partOf({ title, paragraphs, items, tables }: NotePart): (Paragraph | Table)[] {
  return [
    new Paragraph({ text: title, heading: HeadingLevel.HEADING_1, keepNext: true }),
    ...tables.flatMap(tableOf),
    ...paragraphs.map((text) => new Paragraph({ text, spacing: { after: 120 } })),
    ...items.map((text) => new Paragraph({ text, bullet: { level: 0 } })),
  ];
}

function tableOf({ caption, heads, rows }: NoteTable): (Paragraph | Table)[] {
  const head = new TableRow({ tableHeader: true, cantSplit: true, children: heads.map((text) => cell(text, true)) });
  const lines = rows.map(
    (texts) => new TableRow({ cantSplit: true, children: texts.map((text, place) => cell(text, place === 0)) }),
  );
  return [
    new Paragraph({ text: caption, heading: HeadingLevel.HEADING_2, keepNext: true }),
    new Table({ width: { size: 100, type: WidthType.PERCENTAGE }, rows: [head, ...lines] }),
    new Paragraph({ text: '' }),
  ];
}

function cell(text: string, bold: boolean): TableCell {
  return new TableCell({ children: [new Paragraph({ children: [new TextRun({ text, bold })] })] });
}
