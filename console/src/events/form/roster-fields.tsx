import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { Field } from '../../layout/form.js';
import { useTexts } from '../../texts/language.js';
import { blankRole, blankShip, type Editing } from './draft.js';
import { shipsQuery } from './queries.js';
import { Rows } from './rows.js';

const MOST_ROLES = 50;
const MOST_SHIPS = 100;

/** The roles that members can take, in the order that they see. */
export function RoleFields({ draft, set }: Editing) {
  const { form } = useTexts();
  const { role: texts } = form;
  return (
    <Rows
      rows={draft.roles}
      set={(roles) => {
        set({ roles });
      }}
      blank={blankRole}
      most={MOST_ROLES}
      none={texts.none}
      add={texts.add}
      nameOf={({ name }, at) => texts.nth(at + 1, name)}
    >
      {(role, at, change) => (
        <div className="role-row">
          {(['emoji', 'name', 'capacity', 'description'] as const).map((part) => (
            <Field key={part} name={`roles.${at}.${part}`} label={texts[part]} className={`role-${part}`}>
              {(input) => (
                <input
                  {...input}
                  type={part === 'capacity' ? 'number' : 'text'}
                  value={role[part]}
                  onChange={({ target }) => {
                    change({ [part]: target.value });
                  }}
                />
              )}
            </Field>
          ))}
        </div>
      )}
    </Rows>
  );
}

/** The ships of the fleet; those that are known are offered, with their crews. */
export function ShipFields({ draft, set, org }: Editing & { readonly org: string }) {
  const { form } = useTexts();
  const { ship: texts } = form;
  const list = useId();
  const { data: known = [] } = useQuery(shipsQuery(org));
  return (
    <>
      <datalist id={list}>
        {known.map(({ name }) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <Rows
        rows={draft.ships}
        set={(ships) => {
          set({ ships });
        }}
        blank={blankShip}
        most={MOST_SHIPS}
        none={texts.none}
        add={texts.add}
        nameOf={({ ship_model }, at) => texts.nth(at + 1, ship_model)}
      >
        {(ship, at, change) => (
          <div className="ship-row">
            <Field name={`fleet_ships.${at}.ship_model`} label={texts.model}>
              {(input) => (
                <input
                  {...input}
                  list={list}
                  value={ship.ship_model}
                  onChange={({ target: { value } }) => {
                    const crew = known.find(({ name }) => name === value)?.crew;
                    change({ ship_model: value, ...(crew !== undefined && { required_crew: String(crew) }) });
                  }}
                />
              )}
            </Field>
            <Field name={`fleet_ships.${at}.required_crew`} label={texts.crew}>
              {(input) => (
                <input
                  {...input}
                  type="number"
                  value={ship.required_crew}
                  onChange={({ target }) => {
                    change({ required_crew: target.value });
                  }}
                />
              )}
            </Field>
            <Field name={`fleet_ships.${at}.notes`} label={texts.notes}>
              {(input) => (
                <input
                  {...input}
                  value={ship.notes}
                  onChange={({ target }) => {
                    change({ notes: target.value });
                  }}
                />
              )}
            </Field>
          </div>
        )}
      </Rows>
    </>
  );
}
