/** Plain text with its web addresses as links. A mail is foreign text, so only http and https become links, and each opens apart from this page. */
export function linked(text: string): (string | HTMLAnchorElement)[] {
  return text.split(/(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)])/).map((part, index) => {
    // The pattern is a group, so that every second part is an address.
    if (index % 2 === 0) return part;
    return Object.assign(document.createElement('a'), {
      href: part,
      target: '_blank',
      rel: 'noopener noreferrer',
      textContent: part,
    });
  });
}
