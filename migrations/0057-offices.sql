-- Where a registration office is, and when it can be visited: what an applicant who is sent there has to know. One row per organisation
-- that has something to tell; without one, its name alone is shown.
create table office_places (
  organisation uuid primary key references organisations (id),
  street text not null,
  postcode text not null,
  municipality text not null,
  telephone text,
  website text,
  hours jsonb not null,
  by_appointment boolean not null
);
comment on table office_places is 'Where registration offices are, and when they can be visited.';
comment on column office_places.organisation is 'privacy: none — which organisation the office is';
comment on column office_places.street is 'privacy: none — street and number of the office';
comment on column office_places.postcode is 'privacy: none — postcode of the office';
comment on column office_places.municipality is 'privacy: none — town of the office';
comment on column office_places.telephone is 'privacy: none — telephone of the office';
comment on column office_places.website is 'privacy: none — page of the office';
comment on column office_places.hours is 'privacy: none — when it is open, by language';
comment on column office_places.by_appointment is 'privacy: none — whether one has to make an appointment';

-- The cases of an office, newest change first.
create index cases_opened_at_office on cases (opened_office, changed_at desc) where opened_office is not null;
create index cases_handed_to_office on cases (handed_office, changed_at desc) where handed_office is not null;
