curl 'http://127.0.0.1:4010/v1/client/sign_ins?__clerk_db_jwt=dvb_local' \
  --data-urlencode 'identifier=user@example.com' \
  --data-urlencode 'strategy=password' \
  --data-urlencode 'password=current-password-1'
