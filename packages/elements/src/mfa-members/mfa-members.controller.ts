import { administrationOf } from '../client/administration.js';
import type { CallOptions } from '../client/mfa-client.js';
import { MfaError } from '../client/mfa-error.js';
import type { Member, MembersFilter } from '../client/views-administration.js';
import { PagedFlow, type Page, type PagedOutcome, type PagedState } from '../foundation/paged-flow.js';

/** Somebody is meant: the list leads there, and back. */
interface Meant {
  name: 'resetting' | 'exempting';
  member: Member;
  trouble?: MfaError;
}

export type MembersState = PagedState | Meant;

/** What was done to whom. */
type Done = { name: 'reset'; member: Member } | { name: 'exempted'; member: Member; until: string };

/** What came about, for the element to tell. */
export type Outcome = PagedOutcome<Member> | Done;

/**
 * The members of a workspace, as far as they were read. Owns what was done to whom. Does not own what was typed into a form, the words, or
 * the focus.
 */
export class MfaMembersController extends PagedFlow<Member, MembersFilter, Meant, Done> {
  /** The ids of those who were reset here. */
  readonly reset = new Set<string>();

  /** Asks whether, and why. */
  ask(name: 'resetting' | 'exempting', member: Member): void {
    if (!this.isBusy) this.enter({ name, member });
  }

  confirmReset(reason: string): void {
    const { state } = this;
    if (state.name !== 'resetting' || this.isBusy) return;
    const { member } = state;
    if (!reason) {
      this.enter({ name: 'resetting', member, trouble: missing('reason') });
      return;
    }
    this.attempt(
      (options) => administrationOf(this.host.mfa).resetMember(member.id, reason, options),
      () => {
        this.reset.add(member.id);
        this.change(member.id, { mfa: 'none' });
        this.succeeded({ name: 'reset', member });
      },
      (trouble) => ({ name: 'resetting', member, trouble }),
    );
  }

  /** @param until ISO 8601; empty where no day was chosen that is still to come. */
  confirmExemption(reason: string, until: string): void {
    const { state } = this;
    if (state.name !== 'exempting' || this.isBusy) return;
    const { member } = state;
    if (!until || !reason) {
      this.enter({ name: 'exempting', member, trouble: missing(until ? 'reason' : 'until') });
      return;
    }
    this.attempt(
      (options) => administrationOf(this.host.mfa).exemptMember(member.id, reason, until, options),
      () => {
        this.change(member.id, { exemptUntil: until });
        this.succeeded({ name: 'exempted', member, until });
      },
      (trouble) => ({ name: 'exempting', member, trouble }),
    );
  }

  protected override async readPage(
    cursor: string | undefined,
    options: CallOptions,
    filter: MembersFilter,
  ): Promise<Page<Member>> {
    const { mfa } = this.host;
    const { user } = mfa.current ?? (await mfa.session(options));
    const { members, next } = await administrationOf(mfa).members(filter, cursor, options);
    return { entries: members, next, reader: user?.id };
  }

  protected override forget(): void {
    super.forget();
    this.reset.clear();
  }
}

function missing(path: string): MfaError {
  return new MfaError('validation_failed', { fields: [{ path, code: 'missing' }] });
}
