curl -sS 'http://127.0.0.1:4010/v1/me/change_password?__clerk_db_jwt=dvb_local' \
  -H 'Prefer: code=422, example=form_password_pwned' \
  --data-urlencode 'current_password=current-password-1' \
  --data-urlencode 'new_password=correct horse battery staple'
