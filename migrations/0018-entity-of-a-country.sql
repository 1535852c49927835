-- The entity of each country that was connected before it was kept: that of the metadata in use, which were verified when they came.
update countries
  set description = description || jsonb_build_object('entityId', substring(metadata from '\sentityID="([^"&<]+)"'))
  where metadata is not null and coalesce(description ->> 'entityId', '') = ''
    and metadata ~ '\sentityID="[^"&<]+"';
