import type {} from '@mfa-kit/elements/types/angular';
import { Component, CUSTOM_ELEMENTS_SCHEMA, effect, signal } from '@angular/core';
import { clientFor } from '@mfa-kit/elements/client';

@Component({
  selector: 'security-page',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <div class="bar">
      <div class="field">
        <label for="language">Language</label>
        <select id="language" #choice [value]="language()" (change)="language.set(choice.value)">
          <option value="en">English</option>
          <option value="de" lang="de">Deutsch</option>
        </select>
      </div>
      @if (signedIn()) {
        <button type="button" class="button button-quiet" (click)="signOut()">Sign out</button>
      }
    </div>
    <mfa-provider
      [client]="client"
      (mfa-signed-in)="note($event); look()"
      (mfa-session-ended)="note($event); look()"
      (mfa-challenge-passed)="note($event)"
      (mfa-enrolled)="note($event)"
      (mfa-passkey-added)="note($event)"
      (mfa-passkey-revoked)="note($event)"
      (mfa-step-up-done)="note($event)"
    >
      @if (signedIn() === false) {
        <mfa-sign-in heading="Sign in to Acme Notes">
          <a slot="footer" href="/recover">Lost your device and your recovery codes?</a>
        </mfa-sign-in>
      }
      @if (signedIn()) {
        <mfa-settings>
          <p slot="top">
            Signed in as <strong>{{ client.current?.user?.displayName }}</strong>
          </p>
        </mfa-settings>
      }
      <mfa-step-up></mfa-step-up>
    </mfa-provider>
    <section class="card heard" aria-labelledby="heard">
      <h2 id="heard">What the page heard</h2>
      <ol>
        @for (name of heard(); track $index) {
          <li>{{ name }}</li>
        }
      </ol>
    </section>
  `,
})
export class SecurityPage {
  readonly client = clientFor('/mfa');
  readonly language = signal('en');
  readonly signedIn = signal<boolean | undefined>(undefined);
  readonly heard = signal<readonly string[]>([]);

  constructor() {
    effect(() => {
      document.documentElement.lang = this.language();
    });
    const look = (): void => this.look();
    this.client.session().then(look, look);
  }

  look(): void {
    const session = this.client.current;
    this.signedIn.set(session?.state === 'signed-in' && !session.mustEnroll);
  }

  note({ type }: Event): void {
    this.heard.update((names) => [...names, type]);
  }

  async signOut(): Promise<void> {
    await this.client.signOut();
    this.signedIn.set(false);
  }
}
