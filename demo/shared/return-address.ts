/**
 * Where to go after signing in (rule B4). A link to the sign-in page can come from anywhere, so what it asks for is parsed the way the browser
 * will, and only an address of this origin is followed.
 *
 * @param next The `next` parameter, `null` when there is none.
 * @param origin Of this application.
 * @returns a complete address, because a path by itself may begin with `//` and then names another host.
 */
export function returnAddress(next: string | null | undefined, origin: string): string {
  const home = new URL('/', origin);
  if (!next || !URL.canParse(next, home.href)) return home.href;
  const address = new URL(next, home);
  // The protocol too: `blob:http://localhost/…` has the origin of its inner address.
  const own =
    address.origin === home.origin &&
    address.protocol === home.protocol &&
    !address.username &&
    !address.password;
  return own ? address.href : home.href;
}
