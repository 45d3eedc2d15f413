import '../styles/organizations.css';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useAct } from '../api/act.js';
import { answerOf, api } from '../api/client.js';
import { Dialog } from '../layout/dialog.js';
import { Loaded } from '../layout/loaded.js';
import { Refusal } from '../layout/refusal.js';
import { TextField, typedIn } from '../layout/text-field.js';
import { useTitle } from '../layout/title.js';
import { useTexts } from '../texts/language.js';
import { JoinByLink } from './join-by-link.js';
import { myOrganizationsQuery } from './queries.js';
import type { Organization } from './search.js';

/** One's own organizations; where nothing is, how to begin. */
export function OrganizationsPage() {
  const { organizations: texts } = useTexts();
  const [founding, setFounding] = useState(false);
  const query = useQuery(myOrganizationsQuery);
  useTitle(texts.title);
  const found = (
    <button
      type="button"
      className="button primary"
      onClick={() => {
        setFounding(true);
      }}
    >
      {texts.found.act}
    </button>
  );
  return (
    <>
      <header className="page-head">
        <h1>{texts.title}</h1>
        {query.data !== undefined && query.data.length > 0 && found}
      </header>
      <Loaded query={query} rows={3}>
        {(mine) =>
          mine.length === 0 ? (
            <section className="panel">
              <h2>{texts.nothing.title}</h2>
              <p>{texts.nothing.next}</p>
              {found}
            </section>
          ) : (
            <ul className="cards">
              {mine.map((organization) => (
                <OrganizationCard key={organization.id} organization={organization} />
              ))}
            </ul>
          )
        }
      </Loaded>
      <JoinByLink />
      {founding && (
        <Founding
          close={() => {
            setFounding(false);
          }}
        />
      )}
    </>
  );
}

function OrganizationCard({ organization }: { organization: Organization }) {
  const { organizations: texts } = useTexts();
  const { id, name, tag, my_rank, visibility } = organization;
  return (
    <li className="card">
      <h2>
        <Link to="/organizations/$id" params={{ id }}>
          {name}
        </Link>
      </h2>
      <p className="quiet">
        [{tag}] · {texts.visibilities[visibility]}
      </p>
      <span className="badge">{texts.ranks[my_rank]}</span>
    </li>
  );
}

function Founding({ close }: { close: () => void }) {
  const { organizations: texts, dialog } = useTexts();
  const navigate = useNavigate();
  const create = useAct(
    (body: { name: string; tag: string; description: string | null }) =>
      answerOf(api.POST('/api/v1/organizations', { body })),
    ['organizations'],
  );
  return (
    <Dialog title={texts.found.act} close={close}>
      <form
        className="form"
        onSubmit={(submit) => {
          submit.preventDefault();
          const { currentTarget: form } = submit;
          const description = typedIn(form, 'description');
          const body = { name: typedIn(form, 'name'), tag: typedIn(form, 'tag') };
          create.mutate(
            { ...body, description: description === '' ? null : description },
            { onSuccess: ({ id }) => void navigate({ to: '/organizations/$id', params: { id } }) },
          );
        }}
      >
        <TextField name="name" label={texts.name} required minLength={3} maxLength={100} />
        <TextField
          name="tag"
          label={texts.tag}
          hint={texts.tagHint}
          required
          pattern="[A-Za-z0-9]{2,10}"
          maxLength={10}
        />
        <label className="field">
          {texts.description}
          <textarea name="description" rows={3} maxLength={1000} />
        </label>
        {create.error !== null && <Refusal error={create.error} />}
        <footer className="dialog-foot">
          <button type="button" className="button" onClick={close}>
            {dialog.back}
          </button>
          <button type="submit" className="button primary" disabled={create.isPending}>
            {texts.found.create}
          </button>
        </footer>
      </form>
    </Dialog>
  );
}
