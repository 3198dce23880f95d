// Makes the TextMate grammar from the terminals of posting.lark, so that
// colours and parser are written once. What lies between lexer and parser
// (which lines go on with the text above) is said here with begin and end, as
// far as a line at a time can say it; test/grammar.test.mjs holds the two
// together on every example of docs/markup.md.

import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
export const TARGET = here("syntaxes/posting.tmLanguage.json");
const SOURCE = here("../../grammar/postlint_grammar/posting.lark");

/** The terminals of the grammar as Oniguruma takes them, a line at a time. */
function terminals() {
  const found = {};
  for (const [, name, pattern] of readFileSync(SOURCE, "utf8").matchAll(/^([A-Z]\w*)\.\d+: \/(.*)\/$/gm)) {
    found[name] = pattern
      .replaceAll("(?:\\r\\n|\\n|\\r|\\Z)", "$")
      .replaceAll("(?:\\r\\n|\\n|\\r)?", "")
      .replaceAll("(?<![^\\r\\n])", "^")
      .replaceAll("(?![^\\r\\n])", "$")
      .replaceAll("\\xa0", "\\x{a0}")
      .replaceAll(/(\{\d+,\d*\})\+/g, "$1"); // possessive there, repeated here
  }
  return found;
}

const BLANK = "[ \\t\\x{a0}]";
const FIRST = "(?:1|a)";

/** The essential-duty marks of document/markers.py that end a line. */
const MARK = (() => {
  const labels =
    "Appendix|Attachment|Exhibit|Figure|Form|Option|Part|Schedule|Section|Subpart|Title|Type|" +
    "Hepatitis|hepatitis|Vitamin|vitamin";
  const word = "(?i:essential|marginal|non-?essential)";
  const any = [
    `(?<=\\S)${BLANK}{0,20}[*_]{0,3}(?:[(\\[] ?(?:EF|E|NE|M|N|${word}) ?[)\\]]|` +
      `["“”'‘’](?:EF|E|NE|M)["“”'‘’]|†|‡)[*_]{0,3}`,
    `(?<=[.;,])${BLANK}{1,20}(?:EF|E|NE)`,
    `(?<=[^\\s|])${BLANK}{1,20}(?:\\*(?:EF|E|NE|M)\\*|_(?:EF|E|NE|M)_|\\*|[-–—] (?:EF|E|NE))`,
    "(?<=[.;:!?)])\\*",
  ].join("|");
  return `(?<!${labels})(?:${any})\\.?(?=${BLANK}*$)`;
})();
// On a line that goes on with a duty, the mark may stand alone.
const MARK_ALONE = `^${BLANK}+(?:[(\\[] ?(?:EF|E|NE|M|N) ?[)\\]]|†|‡|\\*)\\.?(?=${BLANK}*$)`;

// A comment that goes on below: a line at a time cannot see whether it is closed.
const OPEN = `^${BLANK}*<!--(?!.*-->)`;
// So does a directive in brackets; a blank line ends one that nothing closes.
const WRAPPED = `^${BLANK}*\\[postlint:(?=[^\\[\\]\\r\\n]*$)`;

const scope = (name) => `${name}.posting`;
export const SCOPES = {
  mark: scope("constant.language.essential"),
  key: scope("entity.name.tag.field"),
  bullet: scope("punctuation.definition.list.begin"),
  label: scope("markup.bold.label"),
  heading: scope("entity.name.section"),
  hash: scope("punctuation.definition.heading"),
  comment: scope("comment.line"),
  directive: scope("keyword.control.directive"),
  ruler: scope("meta.separator"),
  slip: scope("invalid.illegal.slip"),
};

export function makeGrammar() {
  const is = terminals();
  const match = (name, pattern) => ({ name, match: pattern });

  // What ends text that runs over lines. A number that begins no list goes on
  // with the text, unless the text is in a numbered list; so does a name in
  // small letters, unless it stands between the rulers of a front matter.
  const late = `^${BLANK}*(?!\\(?${FIRST}[.)])(?:[0-9]{1,3}[.)]|\\([0-9]{1,3}\\)|[a-z][.)]|\\([a-z]\\))${BLANK}`;
  const heads = `^ {0,3}#{1,6}${BLANK}+\\S`;
  const ends = (inNumbers, front) =>
    [
      "^[^\\S\\r\\n]*$",
      is.DIRECTIVE,
      is.COMMENT,
      OPEN,
      WRAPPED,
      is.NOISE,
      is.SLIP,
      heads,
      inNumbers ? is.BULLET : `(?!${late})${is.BULLET}`,
      front ? is.KEY : `(?!^\\p{Lower})${is.KEY}`,
      is.LABEL.replace("|(?<=[ \\t\\x{a0}])", ""),
    ].join("|");
  const numbered = "(?:[0-9]{1,3}[.)]|\\([0-9]{1,3}\\)|[a-z][.)]|\\([a-z]\\))";
  const sign = `^${BLANK}*(?:[-*+•]${BLANK}+){0,3}[-*+•](?!${BLANK}+${numbered}${BLANK})${BLANK}+(?=\\S)`;
  const label = `\\*\\*[^\\s*][^*\\r\\n]{0,78}(?:[:.]\\*\\*|\\*\\*:)(?=${BLANK}+\\S)`;
  const running = (begin, captures, end) => ({
    begin,
    beginCaptures: captures,
    end,
    patterns: [{ include: "#mark-alone" }, { include: "#mark" }, { include: "#emphasis" }],
  });
  const item = (bullet, inNumbers, front) =>
    running(
      `(${bullet})(${label})?`,
      { 1: { name: SCOPES.bullet }, 2: { name: SCOPES.label } },
      `^(?=${ends(inNumbers, front)})`,
    );
  const paragraph = (front) =>
    running(
      `^${BLANK}*(?:(${label})|\\*[^*\\r\\n]+\\*|\\S)`,
      { 1: { name: SCOPES.label } },
      `^(?=${ends(false, front)})`,
    );
  const field = running(
    is.KEY,
    { 0: { name: SCOPES.key } },
    `^(?!${BLANK}+\\S)|^(?=${ends(true, true)})`,
  );
  const lines = (front) => [
    { include: "#directive" },
    { include: "#directive-lines" },
    { include: "#comment" },
    { include: "#comment-lines" },
    ...(front ? [] : [{ include: "#ruler" }]),
    { include: "#slip" },
    { include: "#heading" },
    ...(front ? [{ include: "#front-heading" }] : []),
    item(sign, false, front),
    item(is.BULLET, true, front),
    { include: "#field" },
    { include: "#bold-heading" },
    paragraph(front),
  ];
  return {
    $schema: "https://raw.githubusercontent.com/martinring/tmlanguage/master/tmlanguage.json",
    comment: "Made by grammar.mjs from posting.lark; change those.",
    name: "Job Posting",
    scopeName: "text.posting",
    fileTypes: ["posting"],
    patterns: [{ include: "#front-matter" }, ...lines(false)],
    repository: {
      "front-matter": {
        begin: "\\A(?:-[ \\t\\x{a0}]*){3,}$",
        beginCaptures: { 0: { name: SCOPES.ruler } },
        end: is.NOISE,
        endCaptures: { 0: { name: SCOPES.ruler } },
        patterns: lines(true),
      },
      directive: match(SCOPES.directive, is.DIRECTIVE),
      "directive-lines": { name: SCOPES.directive, begin: WRAPPED, end: `\\]|^(?=${BLANK}*$)` },
      comment: match(SCOPES.comment, is.COMMENT),
      "comment-lines": { name: SCOPES.comment, begin: OPEN, end: "-->" },
      ruler: match(SCOPES.ruler, is.NOISE),
      slip: match(SCOPES.slip, is.SLIP),
      heading: {
        match: `^ {0,3}(#{1,6})${BLANK}+(\\S.*)$`,
        captures: {
          1: { name: SCOPES.hash },
          2: { name: SCOPES.heading, patterns: [{ include: "#mark" }] },
        },
      },
      "front-heading": match(SCOPES.heading, "^[^\\W\\d_][^\\s:]*(?: [^\\s:]+){0,4}:\\s*$"),
      "bold-heading": match(SCOPES.heading, is.BOLD),
      field,
      mark: match(SCOPES.mark, MARK),
      "mark-alone": match(SCOPES.mark, MARK_ALONE),
      emphasis: { match: "(?<![\\w*])\\*(?=[^\\s*])[^*\\r\\n]+\\*(?!\\*)" },
    },
  };
}

export const written = () => `${JSON.stringify(makeGrammar(), null, 2)}\n`;

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(TARGET, written());
}
