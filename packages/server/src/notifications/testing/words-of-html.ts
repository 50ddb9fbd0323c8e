const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/**
 * What a person reads of a mail, one text for each place where the HTML has one; what is hidden, or a matter of style, is left out. The
 * space that French puts before a colon is part of the words.
 */
export const wordsOfHtml = (html: string): readonly string[] =>
  html
    .replace(/<head>.*<\/head>/s, '')
    .replace(/<div aria-hidden="true"[^>]*>[^<]*<\/div>/, '')
    .split(/<[^>]*>/)
    .map((words) =>
      words
        .replace(/^[ \n]+|[ \n]+$/g, '')
        .replace(/&([a-z]+|#39);/g, (_, name: string) => ENTITIES[name] ?? ''),
    )
    .filter((words) => words !== '');
