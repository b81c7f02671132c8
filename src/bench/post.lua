local f = io.open(os.getenv("BODY"), "rb"); local b = f:read("*all"); f:close()
wrk.method = "POST"; wrk.body = b; wrk.headers["Authorization"] = os.getenv("KEY"); wrk.headers["Content-Type"] = "application/json"
