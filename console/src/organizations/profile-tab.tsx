import { useQuery } from '@tanstack/react-query';
import { useAct } from '../api/act.js';
import { answerOf, api } from '../api/client.js';
import type { components } from '../api/schema.js';
import { Loaded } from '../layout/loaded.js';
import { useNotify } from '../layout/notices.js';
import { Refusal } from '../layout/refusal.js';
import { MenuField, TextField, TickField, typedIn } from '../layout/text-field.js';
import { useTexts } from '../texts/language.js';
import { limitsQuery } from './queries.js';
import { mayIn, type Organization } from './search.js';

type Changes = components['schemas']['UpdateOrganizationDto'];

const VISIBILITIES = ['public', 'unlisted', 'private'] as const satisfies Organization['visibility'][];

/** What an organization says of itself; its admins change it, and see how much of each limit is used. */
export function ProfileTab({ organization }: { organization: Organization }) {
  const may = mayIn(organization, 'organization.change');
  return (
    <div className="columns">
      {may ? <ProfileForm organization={organization} /> : <Profile organization={organization} />}
      {may && <Limits id={organization.id} />}
    </div>
  );
}

function Profile({ organization: { description, website_url } }: { organization: Organization }) {
  const { organizations: texts } = useTexts();
  return (
    <section className="panel" aria-labelledby="about">
      <h2 id="about">{texts.about}</h2>
      <p className="written">{description ?? texts.noDescription}</p>
      {website_url !== null && (
        <p>
          <a href={website_url} rel="noreferrer nofollow">
            {website_url}
          </a>
        </p>
      )}
    </section>
  );
}

function ProfileForm({ organization }: { organization: Organization }) {
  const { organizations: texts } = useTexts();
  const notify = useNotify();
  const { id } = organization;
  const change = useAct(
    (body: Changes) => answerOf(api.PATCH('/api/v1/organizations/{id}', { params: { path: { id } }, body })),
    ['organization', id],
    ['organizations'],
  );
  return (
    <form
      className="panel form"
      aria-label={texts.tabs.profile}
      onSubmit={(submit) => {
        submit.preventDefault();
        const changes = changesIn(submit.currentTarget, organization);
        if (Object.keys(changes).length === 0) {
          notify(texts.unchanged);
          return;
        }
        change.mutate(changes, {
          onSuccess: () => {
            notify(texts.saved);
          },
        });
      }}
    >
      <TextField
        name="name"
        label={texts.name}
        defaultValue={organization.name}
        required
        minLength={3}
        maxLength={100}
      />
      <TextField
        name="tag"
        label={texts.tag}
        hint={texts.tagHint}
        defaultValue={organization.tag}
        required
        pattern="[A-Za-z0-9]{2,10}"
        maxLength={10}
      />
      <label className="field">
        {texts.description}
        <textarea
          name="description"
          rows={4}
          maxLength={1000}
          defaultValue={organization.description ?? ''}
        />
      </label>
      <TextField
        name="website_url"
        type="url"
        label={texts.website}
        placeholder="https://"
        defaultValue={organization.website_url ?? ''}
        maxLength={500}
      />
      <MenuField
        name="visibility"
        label={texts.visibility}
        hint={texts.visibilityHint}
        value={organization.visibility}
      >
        {VISIBILITIES.map((visibility) => (
          <option key={visibility} value={visibility}>
            {texts.visibilities[visibility]}
          </option>
        ))}
      </MenuField>
      <TickField
        name="free_seats_of_leavers"
        label={texts.leavers}
        hint={texts.leaversHint}
        defaultChecked={organization.free_seats_of_leavers}
      />
      {change.error !== null && <Refusal error={change.error} />}
      <div>
        <button type="submit" className="button primary" disabled={change.isPending}>
          {texts.save}
        </button>
      </div>
    </form>
  );
}

/** Only what differs is sent. */
function changesIn(form: HTMLFormElement, organization: Organization): Changes {
  const text = (name: string) => typedIn(form, name);
  const orNull = (name: string) => (text(name) === '' ? null : text(name));
  const typed = {
    name: text('name'),
    tag: text('tag').toUpperCase(),
    description: orNull('description'),
    website_url: orNull('website_url'),
    visibility:
      VISIBILITIES.find((visibility) => visibility === text('visibility')) ?? organization.visibility,
    free_seats_of_leavers: text('free_seats_of_leavers') === 'on',
  };
  const names = Object.keys(typed) as (keyof typeof typed)[];
  return Object.fromEntries(
    names.filter((name) => typed[name] !== organization[name]).map((name) => [name, typed[name]]),
  );
}

function Limits({ id }: { id: string }) {
  const { organizations: texts } = useTexts();
  const query = useQuery(limitsQuery(id));
  return (
    <section className="panel" aria-labelledby="limits">
      <h2 id="limits">{texts.limits.title}</h2>
      <Loaded query={query}>
        {({ items }) => (
          <ul className="limits">
            {items.map(({ name, used, max }) => (
              <li key={name}>
                <label>
                  <span>{texts.limits.names[name]}</span>
                  <span className="quiet">{texts.limits.used(used, max)}</span>
                  <meter min={0} max={max} high={max * 0.9} value={used} />
                </label>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </section>
  );
}
