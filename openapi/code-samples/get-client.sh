curl 'http://127.0.0.1:4010/v1/client?__clerk_db_jwt=dvb_local'
