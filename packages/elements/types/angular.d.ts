// Angular types `$event` and references to elements by what the browser's own maps say of tags and events.
import type {} from '../dist/define/index.js';

export type { AttributesOf, ElementOf, EventsOf, MfaTag, PropertiesOf } from '../dist/bindings/bindings.js';
