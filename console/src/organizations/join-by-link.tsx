import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useAct } from '../api/act.js';
import { answerOf, api } from '../api/client.js';
import { Refusal } from '../layout/refusal.js';
import { TextField, typedIn } from '../layout/text-field.js';
import { useTexts } from '../texts/language.js';

/** Somebody has sent a link: what it leads to, and the act of following it. */
export function JoinByLink() {
  const { organizations: texts } = useTexts();
  const [code, setCode] = useState<string | null>(null);
  return (
    <section className="panel join" aria-labelledby="join">
      <h2 id="join">{texts.join.title}</h2>
      <p className="quiet">{texts.join.hint}</p>
      <form
        className="in-line"
        onSubmit={(submit) => {
          submit.preventDefault();
          // The last part of a link, or the code alone.
          setCode(typedIn(submit.currentTarget, 'link').replace(/\/+$/, '').split('/').at(-1) ?? null);
        }}
      >
        <TextField name="link" label={texts.join.link} required />
        <button type="submit" className="button">
          {texts.join.look}
        </button>
      </form>
      {code !== null && <Invitation key={code} code={code} />}
    </section>
  );
}

function Invitation({ code }: { code: string }) {
  const { organizations: texts } = useTexts();
  const navigate = useNavigate();
  const { data, error } = useQuery({
    queryKey: ['invitation', code],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/invites/{code}', { params: { path: { code } }, signal })),
    staleTime: 0,
  });
  const accept = useAct(
    () => answerOf(api.POST('/api/v1/invites/{code}/accept', { params: { path: { code } } })),
    ['organizations'],
    ['organization'],
  );
  if (error !== null) return <p role="alert">{texts.join.bad}</p>;
  if (data === undefined) return null;
  return (
    <div className="form" role="status">
      <p>{texts.join.invites(data.org_name, data.org_tag, data.invited_by)}</p>
      {accept.error !== null && <Refusal error={accept.error} />}
      <button
        type="button"
        className="button primary"
        disabled={accept.isPending}
        onClick={() => {
          accept.mutate(undefined, {
            onSuccess: ({ org_id: id }) => void navigate({ to: '/organizations/$id', params: { id } }),
          });
        }}
      >
        {texts.join.accept}
      </button>
    </div>
  );
}
