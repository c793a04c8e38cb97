import { LitElement, css, html, nothing } from 'lit';
import { controls } from '../shared/controls.js';
import { LANGUAGES, localText } from '../shared/i18n.js';
import { forms } from './forms.js';
import { languageName, problemText, teamTitle } from './wording.js';

const ROLES = ['agent', 'supervisor', 'admin'];

/**
 * Who works at the desk: an admin adds agents, lets them in and out, and gives new first passwords.
 *
 * @extends {LitElement<{say: import('../shared/i18n.js').Say, api: import('./http-api.js').Api, me: any, agents: any[] | null, teams: any[],
 *   problem: import('./http-api.js').Problem | null, secret: {login: string, password: string} | null}>}
 */
export class AgentsPage extends LitElement {
  static properties = {
    say: { attribute: false },
    api: { attribute: false },
    me: { attribute: false },
    agents: { state: true },
    teams: { state: true },
    problem: { state: true },
    secret: { state: true },
  };

  constructor() {
    super();
    this.agents = null;
    this.teams = [];
  }

  connectedCallback() {
    super.connectedCallback();
    this.#load();
  }

  render() {
    const { say } = this;
    return html`
      <div class="page">
        <h1>${say('agents.title')}</h1>
        ${this.problem ? html`<p class="error" role="alert" data-problem>${problemText(say, this.problem)}</p>` : nothing}
        ${this.secret ? this.#secretCard(this.secret) : nothing}
        ${this.agents === null ? html`<p role="status">${say('loading')}</p>` : this.#list(this.agents)} ${this.#form()}
      </div>
    `;
  }

  #secretCard(secret) {
    const { say } = this;
    return html`
      <section class="secret" role="status" data-first-password>
        <p>${say('agents.secret', { login: secret.login })}</p>
        <p><code data-secret>${secret.password}</code></p>
        <p class="hint">${say('agents.secret.hint')}</p>
        <button type="button" @click=${() => (this.secret = null)}>${say('agents.secret.done')}</button>
      </section>
    `;
  }

  #list(agents) {
    const { say } = this;
    return html`
      <ul>
        ${agents.map(
          (agent) => html`
            <li class=${agent.disabled ? 'disabled' : ''} data-agent=${agent.login}>
              <div class="who">
                <strong>${agent.name}</strong> <span class="hint">${agent.login}</span>
                <p class="hint">
                  ${say(`role.${agent.role}`)} ·
                  ${agent.disabled ? say('agents.disabled') : say(agent.online ? 'agents.online' : 'agents.offline')}
                  ${agent.teams.map((team) => html` · ${teamTitle(this.teams, team, say.language)}`)}
                  ${agent.languages?.length ? html` · ${agent.languages.join(', ')}` : nothing}
                </p>
              </div>
              <button type="button" data-new-password @click=${() => this.#newPassword(agent)}>${say('agents.password')}</button>
              <button
                type="button"
                data-switch
                ?disabled=${agent.id === this.me.id}
                @click=${() => this.#do(() => this.api.post(`/agents/${agent.id}/${agent.disabled ? 'enable' : 'disable'}`))}
              >
                ${say(agent.disabled ? 'agents.enable' : 'agents.disable')}
              </button>
            </li>
          `,
        )}
      </ul>
    `;
  }

  #form() {
    const { say } = this;
    return html`
      <form @submit=${this.#add} data-new-agent>
        <h2>${say('agents.add')}</h2>
        <label>${say('agents.name')}<input name="name" required maxlength="60" autocomplete="off" /></label>
        <label>
          ${say('agents.login')}
          <input name="login" required maxlength="60" autocomplete="off" autocapitalize="none" />
        </label>
        <label>
          ${say('agents.role')}
          <select name="role">
            ${ROLES.map((role) => html`<option value=${role}>${say(`role.${role}`)}</option>`)}
          </select>
        </label>
        <fieldset>
          <legend>${say('agents.teams')}</legend>
          ${this.teams.map((team) => this.#check('teams', team.id, localText(team.title, say.language)))}
        </fieldset>
        <fieldset>
          <legend>${say('agents.languages')}</legend>
          ${LANGUAGES.map((code) => this.#check('languages', code, languageName(code, say.language)))}
        </fieldset>
        <button class="primary" type="submit" data-add>${say('agents.add')}</button>
      </form>
    `;
  }

  #check(name, value, text) {
    return html`<label><input type="checkbox" name=${name} value=${value} checked />${text}</label>`;
  }

  async #load() {
    await this.#try(async () => {
      const [agents, { teams }] = await Promise.all([this.api.get('/agents'), this.api.get('/desk')]);
      this.agents = agents;
      this.teams = teams;
    });
  }

  async #add(event) {
    event.preventDefault();
    const form = event.target;
    /** @type {any} */
    const data = new FormData(form);
    const agent = {
      login: data.get('login').trim(),
      name: data.get('name').trim(),
      role: data.get('role'),
      teams: data.getAll('teams'),
      languages: data.getAll('languages'),
    };
    await this.#do(async () => {
      const answer = await this.api.post('/agents', agent);
      this.secret = { login: answer.agent.login, password: answer.password };
      form.reset();
    });
  }

  #newPassword(agent) {
    return this.#do(async () => {
      const { password } = await this.api.post(`/agents/${agent.id}/password`);
      this.secret = { login: agent.login, password };
    });
  }

  async #do(request) {
    this.secret = null;
    if (await this.#try(request)) {
      await this.#load();
    }
    this.renderRoot.querySelector('.page')?.scrollIntoView();
  }

  async #try(request) {
    this.problem = null;
    try {
      await request();
      return true;
    } catch (problem) {
      this.problem = problem;
      return false;
    }
  }

  static styles = [
    controls,
    forms,
    css`
      .page {
        display: flex;
        flex-direction: column;
        gap: var(--space-4);
        max-inline-size: 48rem;
        margin-inline: auto;
        padding: var(--space-6) var(--space-4);
      }

      ul {
        margin: 0;
        padding: 0;
        border: 1px solid var(--line);
        border-radius: var(--radius-large);
        background: var(--surface);
        list-style: none;
      }

      li {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-2);
        padding: var(--space-3) var(--space-4);
      }

      li + li {
        border-block-start: 1px solid var(--line);
      }

      .who {
        flex: 1 1 14rem;
      }

      .disabled strong {
        color: var(--ink-soft);
        text-decoration: line-through;
      }

      .secret {
        display: flex;
        flex-direction: column;
        align-items: flex-start;
        gap: var(--space-2);
        padding: var(--space-4);
        border: 1px solid var(--note-line);
        border-radius: var(--radius-large);
        background: var(--note);
        color: var(--note-ink);
      }

      .secret .hint {
        color: inherit;
      }

      .secret button {
        background: transparent;
      }

      code {
        font-size: 1.25rem;
        user-select: all;
      }
    `,
  ];
}

customElements.define('agents-page', AgentsPage);
