import type { MfaElements, MfaEvents } from './elements.js';

/** Every tag of the kit. */
export type MfaTag = keyof MfaElements;

/** The class of a tag: what a reference to the element is. */
export type ElementOf<Tag extends MfaTag> = MfaElements[Tag]['element'];

/** What can be set by script on an element. */
export type PropertiesOf<Tag extends MfaTag> = {
  [Name in keyof ElementOf<Tag> as Name extends MfaElements[Tag]['properties'] ? Name : never]?:
    ElementOf<Tag>[Name] | undefined;
};

type ValueOf<
  Tag extends MfaTag,
  Attribute extends keyof MfaElements[Tag]['attributes'],
> = MfaElements[Tag]['attributes'][Attribute] extends infer Property extends keyof ElementOf<Tag>
  ? ElementOf<Tag>[Property]
  : never;

/** What can be written into markup. Truth is the presence of an attribute; frameworks make it of `true` and `false`. */
export type AttributesOf<Tag extends MfaTag> = {
  [Name in keyof MfaElements[Tag]['attributes']]?:
    | ValueOf<Tag, Name>
    | (ValueOf<Tag, Name> extends number ? `${number}` : never)
    | (ValueOf<Tag, Name> extends boolean ? '' : never)
    | undefined;
};

/** The events that are heard on an element, by name. */
export type EventsOf<Tag extends MfaTag> = Pick<MfaEvents, MfaElements[Tag]['events']>;

/** Listeners under the name of their event behind a prefix, such as `on` or `on:`. */
export type ListenersOf<Tag extends MfaTag, Prefix extends string> = {
  [Name in keyof EventsOf<Tag> & string as `${Prefix}${Name}`]?:
    ((event: EventsOf<Tag>[Name]) => void) | undefined;
};

type Capitalized<Words extends string> = Words extends `${infer First}-${infer Rest}`
  ? `${Capitalize<First>}${Capitalized<Rest>}`
  : Capitalize<Words>;

/** Listeners as React and Vue name them: `onMfaSignedIn`. */
export type CamelListenersOf<Tag extends MfaTag> = {
  [Name in keyof EventsOf<Tag> & string as `on${Capitalized<Name>}`]?:
    ((event: EventsOf<Tag>[Name]) => void) | undefined;
};
