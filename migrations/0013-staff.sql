-- Who works with Sluis itself is looked up from the side of the application; there are few of them among all user rights.
create index user_rights_of_staff on user_rights (user_right, work_relation) where application = 'sluis-casework';
