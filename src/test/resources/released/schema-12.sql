-- H2 2.4.240;
SET MAX_LENGTH_INPLACE_LOB 65536;
SET WRITE_DELAY 0;
;
CREATE USER IF NOT EXISTS "" SALT '' HASH '' ADMIN;
CREATE SEQUENCE "public"."blueprint_id" START WITH 1 RESTART WITH 7;
CREATE SEQUENCE "public"."run_block_id" START WITH 1 RESTART WITH 4;
CREATE SEQUENCE "public"."schedule_id" START WITH 1 RESTART WITH 2;
CREATE SEQUENCE "public"."workflow_id" START WITH 1 RESTART WITH 2;
CREATE SEQUENCE "public"."workflow_version_id" START WITH 1 RESTART WITH 2;
CREATE CACHED TABLE "public"."flyway_schema_history"(
    "installed_rank" INTEGER NOT NULL,
    "version" CHARACTER VARYING(50),
    "description" CHARACTER VARYING(200) NOT NULL,
    "type" CHARACTER VARYING(20) NOT NULL,
    "script" CHARACTER VARYING(1000) NOT NULL,
    "checksum" INTEGER,
    "installed_by" CHARACTER VARYING(100) NOT NULL,
    "installed_on" TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL,
    "execution_time" INTEGER NOT NULL,
    "success" BOOLEAN NOT NULL
);
ALTER TABLE "public"."flyway_schema_history" ADD CONSTRAINT "public"."flyway_schema_history_pk" PRIMARY KEY("installed_rank");
-- 12 +/- SELECT COUNT(*) FROM public.flyway_schema_history;
INSERT INTO "public"."flyway_schema_history" VALUES
(-1, NULL, '<< Flyway Schema History table created >>', 'TABLE', '', NULL, '', TIMESTAMP '2026-11-25 12:42:40.659269', 0, TRUE),
(1, '1', 'workflows and runs', 'SQL', 'db/migration/V1__workflows_and_runs.sql', 1074522700, '', TIMESTAMP '2026-11-25 12:42:40.820119', 66, TRUE),
(2, '2', 'blueprints', 'SQL', 'db/migration/V2__blueprints.sql', 1663807727, '', TIMESTAMP '2026-11-25 12:42:40.850751', 11, TRUE),
(3, '3', 'tasks', 'SQL', 'db/migration/V3__tasks.sql', -715534263, '', TIMESTAMP '2026-11-25 12:42:40.889315', 21, TRUE),
(4, '4', 'schedules', 'SQL', 'db/migration/V4__schedules.sql', -651134028, '', TIMESTAMP '2026-11-25 12:42:40.91056', 16, TRUE),
(5, '6', 'history', 'SQL', 'db/migration/V6__history.sql', 1746501653, '', TIMESTAMP '2026-11-25 12:42:40.958083', 33, TRUE),
(6, '7', 'deleted blueprints', 'SQL', 'db/migration/V7__deleted_blueprints.sql', -1824932784, '', TIMESTAMP '2026-11-25 12:42:40.975495', 10, TRUE),
(7, '8', 'sessions', 'SQL', 'db/migration/V8__sessions.sql', -1052729724, '', TIMESTAMP '2026-11-25 12:42:40.998708', 15, TRUE),
(8, '9', 'access keys', 'SQL', 'db/migration/V9__access_keys.sql', -613024496, '', TIMESTAMP '2026-11-25 12:42:41.028046', 12, TRUE),
(9, '10', 'audit', 'SQL', 'db/migration/V10__audit.sql', -492477377, '', TIMESTAMP '2026-11-25 12:42:41.057029', 11, TRUE),
(10, '11', 'session of key', 'SQL', 'db/migration/V11__session_of_key.sql', -995583419, '', TIMESTAMP '2026-11-25 12:42:41.093771', 26, TRUE),
(11, '12', 'call nonces', 'SQL', 'db/migration/V12__call_nonces.sql', -168543441, '', TIMESTAMP '2026-11-25 12:42:41.108399', 11, TRUE);
CREATE INDEX "public"."flyway_schema_history_s_idx" ON "public"."flyway_schema_history"("success" NULLS LAST);
CREATE CACHED TABLE "public"."change_count"(
    "id" INTEGER NOT NULL,
    "number" BIGINT NOT NULL
);
ALTER TABLE "public"."change_count" ADD CONSTRAINT "public"."CONSTRAINT_E" PRIMARY KEY("id");
-- 1 +/- SELECT COUNT(*) FROM public.change_count;
INSERT INTO "public"."change_count" VALUES
(1, 10);
CREATE CACHED TABLE "public"."workflow"(
    "id" BIGINT NOT NULL,
    "uuid" CHARACTER VARYING(36) NOT NULL,
    "name" CHARACTER VARYING(191) NOT NULL,
    "description" CHARACTER VARYING NOT NULL,
    "trigger_id" CHARACTER VARYING(191) NOT NULL,
    "enabled" BOOLEAN NOT NULL,
    "debug_enabled" BOOLEAN NOT NULL,
    "counter" BIGINT NOT NULL,
    "version" INTEGER NOT NULL,
    "created_at" TIMESTAMP WITH TIME ZONE NOT NULL,
    "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL
);
ALTER TABLE "public"."workflow" ADD CONSTRAINT "public"."CONSTRAINT_2" PRIMARY KEY("id");
-- 1 +/- SELECT COUNT(*) FROM public.workflow;
INSERT INTO "public"."workflow" VALUES
(1, '0f1d2c3b-4a59-4687-9e01-2f3a4b5c6d02', 'Renamed before the upgrade', 'An event that is, or has an attribute that is, tagged tlp:red is not published', 'event-publish', FALSE, FALSE, 3, 1, TIMESTAMP WITH TIME ZONE '2026-11-25 12:42:45.243286+00', TIMESTAMP WITH TIME ZONE '2026-11-25 12:42:46.092957+00');
CREATE CACHED TABLE "public"."workflow_version"(
    "id" BIGINT NOT NULL,
    "workflow_id" BIGINT NOT NULL,
    "number" INTEGER NOT NULL,
    "graph" CHARACTER VARYING NOT NULL,
    "created_at" TIMESTAMP WITH TIME ZONE NOT NULL
);
ALTER TABLE "public"."workflow_version" ADD CONSTRAINT "public"."CONSTRAINT_7" PRIMARY KEY("id");
-- 1 +/- SELECT COUNT(*) FROM public.workflow_version;
INSERT INTO "public"."workflow_version" VALUES
(1, 1, 1, '{"1":{"id":1,"class":"block-type-trigger","data":{"id":"event-publish","scope":"event","name":"Event Publish","icon":"upload","inputs":0,"outputs":1,"blocking":true,"misp_core_format":true,"trigger_overhead":1,"is_misp_module":false,"is_custom":false,"expect_misp_core_format":false,"version":"0.1","icon_class":"","multiple_output_connection":false,"support_filters":false,"saved_filters":[{"text":"selector","value":""},{"text":"value","value":""},{"text":"operator","value":""},{"text":"path","value":""}],"params":[],"module_type":"trigger","html_template":"trigger","disabled":false},"inputs":[],"outputs":{"output_1":{"connections":[{"node":"2","output":"input_1"}]}},"pos_x":0,"pos_y":0,"typenode":false},"2":{"id":2,"name":"IF :: Tag","data":{"id":"tag-if","name":"IF :: Tag","module_type":"logic","module_version":"0.4","previous_module_version":"0.4","multiple_output_connection":false,"node_uid":"kw3tagif0000002","indexed_params":{"scope":"event","condition":"in_or","tags":["tlp:red"],"clusters":""},"saved_filters":{"selector":"","value":"","operator":"","path":""}},"class":"block-type-if block-type-logic expect-misp-core-format","typenode":false,"inputs":{"input_1":{"connections":[{"node":"1","input":"output_1"}]}},"outputs":{"output_1":{"connections":[{"node":"4","output":"input_1"}]},"output_2":{"connections":[{"node":"3","output":"input_1"}]}},"pos_x":360,"pos_y":0},"3":{"id":3,"name":"IF :: Tag","data":{"id":"tag-if","name":"IF :: Tag","module_type":"logic","module_version":"0.4","previous_module_version":"0.4","multiple_output_connection":false,"node_uid":"kw3tagif0000003","indexed_params":{"scope":"attribute","condition":"in_or","tags":["tlp:red"],"clusters":""},"saved_filters":{"selector":"","value":"","operator":"","path":""}},"class":"block-type-if block-type-logic expect-misp-core-format","typenode":false,"inputs":{"input_1":{"connections":[{"node":"2","input":"output_2"}]}},"outputs":{"output_1":{"connections":[{"node":"5","output":"input_1"}]},"output_2":{"connections":[]}},"pos_x":760,"pos_y":140},"4":{"id":4,"name":"Stop execution","data":{"id":"stop-execution","name":"Stop execution","module_type":"action","module_version":"0.2","previous_module_version":"0.2","multiple_output_connection":false,"node_uid":"kw3stop00000001","indexed_params":{"message":"The event is tagged tlp:red"},"saved_filters":{"selector":"","value":"","operator":"","path":""}},"class":"block-type-default","typenode":false,"inputs":{"input_1":{"connections":[{"node":"2","input":"output_1"}]}},"outputs":[],"pos_x":760,"pos_y":-40},"5":{"id":5,"name":"Stop execution","data":{"id":"stop-execution","name":"Stop execution","module_type":"action","module_version":"0.2","previous_module_version":"0.2","multiple_output_connection":false,"node_uid":"kw3stop00000002","indexed_params":{"message":"An attribute is tagged tlp:red"},"saved_filters":{"selector":"","value":"","operator":"","path":""}},"class":"block-type-default","typenode":false,"inputs":{"input_1":{"connections":[{"node":"3","input":"output_1"}]}},"outputs":[],"pos_x":1160,"pos_y":140},"_frames":{"7c7f2f2e-5a3f-4d7c-9a51-0d6f2b9a1001":{"id":"7c7f2f2e-5a3f-4d7c-9a51-0d6f2b9a1001","text":"nothing tagged tlp:red leaves","nodes":[2,3,4,5],"class":""}}}', TIMESTAMP WITH TIME ZONE '2026-11-25 12:42:45.246614+00');
CREATE CACHED TABLE "public"."module_switch"(
    "type" CHARACTER VARYING(16) NOT NULL,
    "module_id" CHARACTER VARYING(191) NOT NULL,
    "enabled" BOOLEAN NOT NULL
);
ALTER TABLE "public"."module_switch" ADD CONSTRAINT "public"."CONSTRAINT_A" PRIMARY KEY("type", "module_id");
-- 0 +/- SELECT COUNT(*) FROM public.module_switch;
CREATE CACHED TABLE "public"."trigger_setting"(
    "trigger_id" CHARACTER VARYING(191) NOT NULL,
    "enabled" BOOLEAN NOT NULL,
    "deadline_ms" BIGINT,
    "on_error" CHARACTER VARYING(8) NOT NULL
);
ALTER TABLE "public"."trigger_setting" ADD CONSTRAINT "public"."CONSTRAINT_8" PRIMARY KEY("trigger_id");
-- 1 +/- SELECT COUNT(*) FROM public.trigger_setting;
INSERT INTO "public"."trigger_setting" VALUES
('event-publish', TRUE, NULL, 'closed');
CREATE CACHED TABLE "public"."named_trigger"(
    "id" CHARACTER VARYING(64) NOT NULL,
    "name" CHARACTER VARYING(191) NOT NULL,
    "scope" CHARACTER VARYING(64) NOT NULL,
    "blocking" BOOLEAN NOT NULL,
    "core_format" BOOLEAN NOT NULL,
    "description" CHARACTER VARYING NOT NULL,
    "created_at" TIMESTAMP WITH TIME ZONE NOT NULL
);
ALTER TABLE "public"."named_trigger" ADD CONSTRAINT "public"."CONSTRAINT_6" PRIMARY KEY("id");
-- 1 +/- SELECT COUNT(*) FROM public.named_trigger;
INSERT INTO "public"."named_trigger" VALUES
('door', 'Door', 'house', TRUE, FALSE, '', TIMESTAMP WITH TIME ZONE '2026-11-25 12:42:46.175424+00');
CREATE CACHED TABLE "public"."run"(
    "id" UUID NOT NULL,
    "parent_id" UUID,
    "replay_of" UUID,
    "trigger_id" CHARACTER VARYING(191) NOT NULL,
    "workflow_id" BIGINT NOT NULL,
    "workflow_version" INTEGER NOT NULL,
    "workflow_name" CHARACTER VARYING(191) NOT NULL,
    "outcome" CHARACTER VARYING(8) NOT NULL,
    "proceed" BOOLEAN NOT NULL,
    "reasons" CHARACTER VARYING,
    "dry_run" BOOLEAN NOT NULL,
    "event_uuid" CHARACTER VARYING(64),
    "started_at" TIMESTAMP WITH TIME ZONE NOT NULL,
    "duration_micros" BIGINT NOT NULL,
    "log_infos" SMALLINT NOT NULL,
    "log_errors" SMALLINT NOT NULL,
    "log_debugs" SMALLINT NOT NULL,
    "log" CHARACTER VARYING,
    "block_id" BIGINT NOT NULL,
    "block_place" INTEGER NOT NULL
);
ALTER TABLE "public"."run" ADD CONSTRAINT "public"."CONSTRAINT_1" PRIMARY KEY("id");
-- 3 +/- SELECT COUNT(*) FROM public.run;
INSERT INTO "public"."run" VALUES
(UUID '01a212ba-dc36-7a49-bbe7-4883d67cf321', NULL, NULL, 'event-publish', 1, 1, 'Hold back tlp:red', 'blocked', FALSE, '["Node `stop-execution` (4) from Workflow `Hold back tlp:red` (1) returned the following error: The event is tagged tlp:red"]', FALSE, '3b2a1908-7f6e-4d5c-8b4a-000000000042', TIMESTAMP WITH TIME ZONE '2026-11-25 12:42:45.698233+00', 16876, 2, 1, 0, '[["ERROR",16876000,"Execution stopped. \nNode `stop-execution` (4) from Workflow `Hold back tlp:red` (1) returned the following error: The event is tagged tlp:red"]]', 1, 0),
(UUID '01a212ba-dc98-7347-9042-f10f58b85731', NULL, NULL, 'event-publish', 1, 1, 'Hold back tlp:red', 'success', TRUE, NULL, FALSE, '3b2a1908-7f6e-4d5c-8b4a-000000000042', TIMESTAMP WITH TIME ZONE '2026-11-25 12:42:45.784382+00', 334, 2, 0, 0, NULL, 2, 0),
(UUID '01a212ba-dd2b-7e37-ae90-f1ac5c404086', NULL, NULL, 'event-publish', 1, 1, 'Hold back tlp:red', 'blocked', FALSE, '["Node `stop-execution` (5) from Workflow `Hold back tlp:red` (1) returned the following error: An attribute is tagged tlp:red"]', FALSE, '3b2a1908-7f6e-4d5c-8b4a-000000000042', TIMESTAMP WITH TIME ZONE '2026-11-25 12:42:45.931781+00', 411, 2, 1, 0, '[["ERROR",411000,"Execution stopped. \nNode `stop-execution` (5) from Workflow `Hold back tlp:red` (1) returned the following error: An attribute is tagged tlp:red"]]', 3, 0);
CREATE INDEX "public"."run_trigger" ON "public"."run"("trigger_id" NULLS LAST, "id" NULLS LAST);
CREATE INDEX "public"."run_outcome" ON "public"."run"("outcome" NULLS LAST, "id" NULLS LAST);
CREATE INDEX "public"."run_event" ON "public"."run"("event_uuid" NULLS LAST);
CREATE CACHED TABLE "public"."run_block"(
    "id" BIGINT NOT NULL,
    "last_run" UUID NOT NULL,
    "content" BINARY VARYING NOT NULL
);
ALTER TABLE "public"."run_block" ADD CONSTRAINT "public"."CONSTRAINT_E3" PRIMARY KEY("id");
-- 3 +/- SELECT COUNT(*) FROM public.run_block;
INSERT INTO "public"."run_block" VALUES
(1, UUID '01a212ba-dc36-7a49-bbe7-4883d67cf321', X'c5554d6fdb300ced2efb1d8276d8250eec7c34a94fdb8a621886ad43d75b51188accd85a65cb90e53441e0ff3e4ab21367480bf4b45c025114df23f9485f5cbcfbb8a7b5515505e9971d8df7b454297c4b693c1bd142a58d041a3b8700b6c01b235449db91f3aa69fc70f49f0cfc0dcb02b1a6236a76957d2f5526381e35d48d34683039947806ad95b6611e47346d34b3d17f08ae15daa2cbc5b21d1de3bfc2e780c3b8e33700ea521b62d1fb1c086ca03444d404a966901223ab58434acf10992e2751fbd85e5cbc4ff684ded88734267b42a8c032113a9bd0111e94ce78e22d516f3839a7cc602d089d84935910ce83d0bb995c0333894446b2f3f70145b956d6ff572eea5c941979661b18915219b2569ad439d368755055b392e884fc63b266b24637429bc6b399ae262cba0a97c1627d09c12c9df360b99ab1203cfcba0c98315aac1a0309578d4b927a8aac6472570b6c0ae92c4614501b5654ceb48866f379380b43472615b58f63a57278516955a99ac9040a266422157f1a92b5e753fa5d4ec9099447e8524f32ad9aaaabd9019bada44d406b904e4f4314d81a28d33ae94be38ba795016e1c7ad948696be7e49170db19a53d659b8a2f84f9045b4c5dc2187bee42dce2bf9344af095737424b56b896df787f727d73776f1fbca5395e26046788338928463740486b59222cff1fb89f7ba120f8036683b3806c06dac7939f7cb456415a1b9734a11c4720531af70ca13fc13c2bfd44eccc6e84d9752e466143add26c9eb6546fa855d4d5aaefdf703e31cebfc29cf79067c5ec5b889c5551f891a79dff8bf2b31820c14ba99f430ffc8a2ad141adfea002874a3e1a073aeed489776ba16b93d4805b342647b364e7ac1b261b27c3e86a399e47e3280cc78b2e97af4cb2aded07ae6057ecdf394bd5f349871ff1a225c43ad073d7d67e67a70dd27e3bba68f43438bd7559f6587e93de41a5b4dda7fec5b5de5546659a55b9e0dfe1408cde333b612f89ad9fb37e8bfb54b892aad1f88c7ee03c0ca7d32e67d85a4cdb11bc3bca4cd449d65763d03c34f3063f23c5d95b3795892aa5a53a78d54febc0d4371297799574e3615bd75597b4ed5f'),
(2, UUID '01a212ba-dc98-7347-9042-f10f58b85731', X'c554516bdb3010ced37e87d05ee36027f1d2e469a39431c6d6d2f5ad14a3c81747ab6c19494e138a7fdffed64e92dd38251b1406cb8b73a7d37d77df7da7d168f4eb99562a074357f7e1df979caea6635aaabc914057d4b222121b3aa6f6503b5baa4270343598465a748034803668adb44bf330a679a39915aafa26b856e84b97edf8987df68fb3278bf6a11d8ddedd3c137ab5830a8b22cf8450819d103a9fd2311a4a173c0b9ea4779cd839b3d81ea1d3783a8fe2348a4398dd6a603693b003d9c58784a2da28177fb315662baa823cb11df2805075b396e80307bf61c88e73364d009fada72c59c617d162f301a2799ef2e8623d6751fcf2eb0a66d66ab16e2c645c35be271a2a62159307239056d279ac28c15856d6deb548e6691acfe3d817930b13f2e0388e376aad6a6598cca064426652f1c761b1ce3e2dbfeb293b810a0866cb34f69f155a357547d10b365b4bd780d620bd228628b0b750e526eba909e46965815b8f5e35523aee90fbca66dc0d42e950b26b2510613fc21e5b9730c111fb14d7f8f50ae825e07923b462a59ff05588279757b777eec25b86135441700b38938862750384b4ae4a84e5ff03f7532f1404bfc76e50fa58cd40ea6885dd456f1de5c6faa609e5a8f842e903dea3dfc13e29fd4818b76227eca10bb10a07ea94e6fa7454bd81aba4e3aa9fdf701d31cf6b61a63de45931871162cdaa2cc386d32efe8ff27318202148a9dfc300fc175562805aff44050e957c740e74dca913cf36421b9b1900b76147b764e7bc3b261b2fc364793149934912c79345d7cb6726d9decd031f514ff68f2dcbd5d3c9841ff0a025c405d073c7ce7febb60df2fe31f4d9e869727aedbbecb1c2c3790bb5d2eef90c372ef5a1b6aad0acde0afe155e0aa377cc6dd86bb1cdba2efa3db3b25e15dab1129ae14aaa46e345fa7e365b2ec30385d5c2dea1ba99e0d95168c26445cfc7607ce8e68db1aa3c7beaf732539574c50e6ef5fb3a70f5a3c4d7bbceba0571c3ebf8256dfb1b'),
(3, UUID '01a212ba-dd2b-7e37-ae90-f1ac5c404086', X'ed56cd6fd330141f47fe0bcb5c9b296953b6f5c4872684106c1abbc114b9ce6b6ae6c691ed74ada6def8c379b69334192b3071e0420fadfcfcfc3e7ebff7d1a3a367dfefa9b1aaaa207fb3a5b37b5aaa1cdee774361dd195ca6b0974e61522d800afad5025dd8dbc96a1b32f7bfd714fdfb222120b3aa2765bb9f7521582e35183a9a5450148037806ad9576666e4634af3573d63f0aae15cad2e96eb4b73e798a75bb84f237d693b46ffd17b9763930ee73ef25d1c0d6f7445f978459abc5bcb640842188440139b1b29a69c8e96379a6bb9bddd1d1f3aff7849eafa14478c83d2154200784a6633ac283d205cf822469058373ce2c024de8381ea7513c8de2a066971a98cd24ac4136fac1a02817cae95f2e85598ab220776c0de44ed825512510a36acd8158452aad2c70eb9d56f55ca23ae631230b8614bad0ea3ac435998f5972169f46278b9710a5f99447a7f3944571f76972e9f0c9b8aa7dba34c4c44a26b74620f78436e18b1518cb5695179d24e9741aa771ec83c9850938bb8aec5e60b895324c66b062426652f1db7eb0ee3c0cbfc929b37d57c18359328dd064855675d5a0d7f96673099880d6207dd9f6bdc0c642999bac8526801780f4decb5a4a871dd252da8c3b8e940e21bb540210f6156c307509c7c8be377181bfbe38daeaf028115ab29527ff3ce893b7e757d7eec153c8090543b0553993e8c5ea1a08d9b928d12dff177e5fb78d84cebf6036d815184daf0bf014060c4aab2837be4a51c8b1190aa5719c11fa09ec9dd2b7c4b5ef5ad8adc705df2924d4559acbd341f504ac9206ab96bf7ea7a29d8785396d5df62b2c698b39508831abd52a343f6df40f969ff30112eca09083e35f54252aa8f9376ce57e25ef85bd3a6eaa13ef16421b9b19c0713a237bb1648f49d74cd6be0c93b3d3e369729cc4f1f14993cb3b26d9c6f18193de83fd79c972753760f8062f5cbd0d78f69301236979f66d1d198ddbc4dbe9537dc9b652b19c2038620d487f50f93baadb0042abfea7daa3de511df6c4c341857cfd11e1819f6be6a69a6bf0867a7c3e68723cb713aedda3fe25cab992b8a9f0397dc1791c4f268173bc814da5b475fd80b75d933bd3262bda6a6c97984f0a2f788d3b7d75e0de4fc64c95d2d5f1e0653b3307c2b6a170bd565953beae857c9e3bf7ed0b1e7f3019fa583f38f9955b2f90b77f0c7cfb3c00975ef8b676187a535ef70a5cfa9decadde5656159a554bc13f40d789740f7e7fba36300e602fb41b031ef83eec93c9d959d8c807413f00b9131f063c2ca29fe1ee16d41e6cfc5b1976f0235023d03764b7fb01');
CREATE CACHED TABLE "public"."idempotency_key"(
    "trigger_id" CHARACTER VARYING(191) NOT NULL,
    "request_key" CHARACTER VARYING(255) NOT NULL,
    "body_hash" CHARACTER VARYING(64) NOT NULL,
    "answer" CHARACTER VARYING,
    "created_at" TIMESTAMP WITH TIME ZONE NOT NULL
);
ALTER TABLE "public"."idempotency_key" ADD CONSTRAINT "public"."CONSTRAINT_1B" PRIMARY KEY("trigger_id", "request_key");
-- 0 +/- SELECT COUNT(*) FROM public.idempotency_key;
CREATE INDEX "public"."idempotency_key_created" ON "public"."idempotency_key"("created_at" NULLS LAST);
CREATE CACHED TABLE "public"."blueprint"(
    "id" BIGINT NOT NULL,
    "uuid" CHARACTER VARYING(36) NOT NULL,
    "name" CHARACTER VARYING(191) NOT NULL,
    "description" CHARACTER VARYING NOT NULL,
    "saved_at" BIGINT NOT NULL,
    "from_library" BOOLEAN NOT NULL,
    "nodes" CHARACTER VARYING NOT NULL
);
ALTER TABLE "public"."blueprint" ADD CONSTRAINT "public"."CONSTRAINT_75" PRIMARY KEY("id");
-- 6 +/- SELECT COUNT(*) FROM public.blueprint;
INSERT INTO "public"."blueprint" VALUES
(1, '5a3f0c11-7d0e-4b52-9c1d-8e2f6a7b1c01', 'Block tlp:red and PAP:RED', U&'[event-publish]\000aStops the operation where the event, or one of its attributes, is tagged tlp:red or PAP:RED.', 1764028800, TRUE, '[{"id":1,"name":"IF :: Tag","class":"block-type-if block-type-logic expect-misp-core-format","typenode":false,"data":{"id":"tag-if","name":"IF :: Tag","module_type":"logic","module_version":"0.4","previous_module_version":"?","multiple_output_connection":false,"indexed_params":{"scope":"event","condition":"in_or","tags":["tlp:red","PAP:RED"],"clusters":[]},"saved_filters":{"selector":"","value":"","operator":"","path":""}},"inputs":{"input_1":{"connections":[]}},"outputs":{"output_1":{"connections":[{"node":"2","output":"input_1"}]},"output_2":{"connections":[{"node":"3","output":"input_1"}]}},"pos_x":0,"pos_y":0},{"id":2,"name":"Stop execution","class":"block-type-default","typenode":false,"data":{"id":"stop-execution","name":"Stop execution","module_type":"action","module_version":"0.2","previous_module_version":"?","multiple_output_connection":false,"indexed_params":{"message":"The event is tagged tlp:red or PAP:RED."},"saved_filters":{"selector":"","value":"","operator":"","path":""}},"inputs":{"input_1":{"connections":[{"node":"1","input":"output_1"}]}},"outputs":[],"pos_x":400,"pos_y":-80},{"id":3,"name":"IF :: Tag","class":"block-type-if block-type-logic expect-misp-core-format","typenode":false,"data":{"id":"tag-if","name":"IF :: Tag","module_type":"logic","module_version":"0.4","previous_module_version":"?","multiple_output_connection":false,"indexed_params":{"scope":"event_attribute","condition":"in_or","tags":["tlp:red","PAP:RED"],"clusters":[]},"saved_filters":{"selector":"","value":"","operator":"","path":""}},"inputs":{"input_1":{"connections":[{"node":"1","input":"output_2"}]}},"outputs":{"output_1":{"connections":[{"node":"4","output":"input_1"}]},"output_2":{"connections":[]}},"pos_x":400,"pos_y":120},{"id":4,"name":"Stop execution","class":"block-type-default","typenode":false,"data":{"id":"stop-execution","name":"Stop execution","module_type":"action","module_version":"0.2","previous_module_version":"?","multiple_output_connection":false,"indexed_params":{"message":"An attribute is tagged tlp:red or PAP:RED."},"saved_filters":{"selector":"","value":"","operator":"","path":""}},"inputs":{"input_1":{"connections":[{"node":"3","input":"output_1"}]}},"outputs":[],"pos_x":800,"pos_y":40}]'),
(2, '5a3f0c11-7d0e-4b52-9c1d-8e2f6a7b1c04', 'Drop the IDS flag on warning-list hits', U&'[event-publish]\000aAttributes that a warning list knows as false positives are no more given to detection systems.', 1764028800, TRUE, '[{"id":1,"name":"Attach warninglist","class":"block-type-default expect-misp-core-format","typenode":false,"data":{"id":"attach-warninglist","name":"Attach warninglist","module_type":"action","module_version":"0.2","previous_module_version":"?","multiple_output_connection":false,"indexed_params":{"warninglists":["ALL"]},"saved_filters":{"selector":"","value":"","operator":"","path":""}},"inputs":{"input_1":{"connections":[]}},"outputs":{"output_1":{"connections":[{"node":"2","output":"input_1"}]}},"pos_x":0,"pos_y":0},{"id":2,"name":"Filter :: Generic","class":"block-type-default block-type-logic","typenode":false,"data":{"id":"generic-filter-data","name":"Filter :: Generic","module_type":"logic","module_version":"0.2","previous_module_version":"?","multiple_output_connection":false,"indexed_params":{"filtering-label":"A","selector":"Event._AttributeFlattened.{n}","value":"false_positive","value_list":[],"operator":"in","hash_path":"warnings.{n}.warninglist_category"},"saved_filters":{"selector":"","value":"","operator":"","path":""}},"inputs":{"input_1":{"connections":[{"node":"1","input":"output_1"}]}},"outputs":{"output_1":{"connections":[{"node":"3","output":"input_1"}]}},"pos_x":400,"pos_y":0},{"id":3,"name":"Attribute IDS Flag operation","class":"block-type-default expect-misp-core-format","typenode":false,"data":{"id":"attribute_ids_flag_operation","name":"Attribute IDS Flag operation","module_type":"action","module_version":"0.1","previous_module_version":"?","multiple_output_connection":false,"indexed_params":{"action":"remove"},"saved_filters":{"selector":"","value":"","operator":"","path":""}},"inputs":{"input_1":{"connections":[{"node":"2","input":"output_1"}]}},"outputs":{"output_1":{"connections":[{"node":"4","output":"input_1"}]}},"pos_x":800,"pos_y":0},{"id":4,"name":"Filter :: Remove filter","class":"block-type-default block-type-logic","typenode":false,"data":{"id":"generic-filter-reset","name":"Filter :: Remove filter","module_type":"logic","module_version":"0.1","previous_module_version":"?","multiple_output_connection":false,"indexed_params":{"filtering-label":"all"},"saved_filters":{"selector":"","value":"","operator":"","path":""}},"inputs":{"input_1":{"connections":[{"node":"3","input":"output_1"}]}},"outputs":{"output_1":{"connections":[]}},"pos_x":1200,"pos_y":0}]');
INSERT INTO "public"."blueprint" VALUES
(3, '5a3f0c11-7d0e-4b52-9c1d-8e2f6a7b1c05', 'Enrich IP addresses with their country', U&'[event-after-save]\000aAsks the enrichment module mmdb_lookup where IP addresses are, and attaches the country''s galaxy cluster to their attributes, locally.', 1764028800, TRUE, '[{"id":1,"name":"Filter :: Generic","class":"block-type-default block-type-logic","typenode":false,"data":{"id":"generic-filter-data","name":"Filter :: Generic","module_type":"logic","module_version":"0.2","previous_module_version":"?","multiple_output_connection":false,"indexed_params":{"filtering-label":"A","selector":"Event._AttributeFlattened.{n}","value":"","value_list":["ip-src","ip-dst","ip-src|port","ip-dst|port"],"operator":"in_or","hash_path":"type"},"saved_filters":{"selector":"","value":"","operator":"","path":""}},"inputs":{"input_1":{"connections":[]}},"outputs":{"output_1":{"connections":[{"node":"2","output":"input_1"}]}},"pos_x":0,"pos_y":0},{"id":2,"name":"Attach enrichment","class":"block-type-default expect-misp-core-format","typenode":false,"data":{"id":"attach-enrichment","name":"Attach enrichment","module_type":"action","module_version":"0.3","previous_module_version":"?","multiple_output_connection":false,"indexed_params":{"modules":["mmdb_lookup"]},"saved_filters":{"selector":"","value":"","operator":"","path":""}},"inputs":{"input_1":{"connections":[{"node":"1","input":"output_1"}]}},"outputs":{"output_1":{"connections":[{"node":"3","output":"input_1"}]}},"pos_x":400,"pos_y":0},{"id":3,"name":"Filter :: Generic","class":"block-type-default block-type-logic","typenode":false,"data":{"id":"generic-filter-data","name":"Filter :: Generic","module_type":"logic","module_version":"0.2","previous_module_version":"?","multiple_output_connection":false,"indexed_params":{"filtering-label":"B","selector":"Event._AttributeFlattened.{n}","value":"geolocation","value_list":[],"operator":"in","hash_path":"enrichment.{n}.Object.0.name"},"saved_filters":{"selector":"","value":"","operator":"","path":""}},"inputs":{"input_1":{"connections":[{"node":"2","input":"output_1"}]}},"outputs":{"output_1":{"connections":[{"node":"4","output":"input_1"}]}},"pos_x":800,"pos_y":0},{"id":4,"name":"Assign country","class":"block-type-default expect-misp-core-format","typenode":false,"data":{"id":"assign_country","name":"Assign country","module_type":"action","module_version":"0.2","previous_module_version":"?","multiple_output_connection":false,"indexed_params":{"scope":"attribute","hash_path":"enrichment.{n}.Object.0.Attribute.{n}[object_relation=country].value","locality":"local","galaxy_name":"country","relationship_type":""},"saved_filters":{"selector":"","value":"","operator":"","path":""}},"inputs":{"input_1":{"connections":[{"node":"3","input":"output_1"}]}},"outputs":{"output_1":{"connections":[{"node":"5","output":"input_1"}]}},"pos_x":1200,"pos_y":0},{"id":5,"name":"Filter :: Remove filter","class":"block-type-default block-type-logic","typenode":false,"data":{"id":"generic-filter-reset","name":"Filter :: Remove filter","module_type":"logic","module_version":"0.1","previous_module_version":"?","multiple_output_connection":false,"indexed_params":{"filtering-label":"all"},"saved_filters":{"selector":"","value":"","operator":"","path":""}},"inputs":{"input_1":{"connections":[{"node":"4","input":"output_1"}]}},"outputs":{"output_1":{"connections":[]}},"pos_x":1600,"pos_y":0}]'),
(4, '5a3f0c11-7d0e-4b52-9c1d-8e2f6a7b1c06', 'Mail admins when a workflow stops or fails', U&'[log-after-save]\000aMails all admins what MISP logs of a workflow that was stopped or failed.', 1764028800, TRUE, '[{"id":1,"name":"IF :: Generic","class":"block-type-if block-type-logic","typenode":false,"data":{"id":"generic-if","name":"IF :: Generic","module_type":"logic","module_version":"0.2","previous_module_version":"?","multiple_output_connection":false,"indexed_params":{"value":"Workflow","value_list":[],"operator":"equals","hash_path":"Log.model"},"saved_filters":{"selector":"","value":"","operator":"","path":""}},"inputs":{"input_1":{"connections":[]}},"outputs":{"output_1":{"connections":[{"node":"2","output":"input_1"}]},"output_2":{"connections":[]}},"pos_x":0,"pos_y":0},{"id":2,"name":"IF :: Generic","class":"block-type-if block-type-logic","typenode":false,"data":{"id":"generic-if","name":"IF :: Generic","module_type":"logic","module_version":"0.2","previous_module_version":"?","multiple_output_connection":false,"indexed_params":{"value":"execute_workflow","value_list":[],"operator":"equals","hash_path":"Log.action"},"saved_filters":{"selector":"","value":"","operator":"","path":""}},"inputs":{"input_1":{"connections":[{"node":"1","input":"output_1"}]}},"outputs":{"output_1":{"connections":[{"node":"3","output":"input_1"}]},"output_2":{"connections":[]}},"pos_x":400,"pos_y":0},{"id":3,"name":"Send Mail","class":"block-type-default","typenode":false,"data":{"id":"send-mail","name":"Send Mail","module_type":"action","module_version":"0.1","previous_module_version":"?","multiple_output_connection":false,"indexed_params":{"recipients":["All admins"],"mail_template_subject":"Workflow {{ Log.model_id }} stopped or failed","mail_template_body":"{{ Log.title }}\n\n{{ Log.change }}\n\nAt {{ Log.created }}, by {{ Log.email }}."},"saved_filters":{"selector":"","value":"","operator":"","path":""}},"inputs":{"input_1":{"connections":[{"node":"2","input":"output_1"}]}},"outputs":{"output_1":{"connections":[]}},"pos_x":800,"pos_y":0}]');
INSERT INTO "public"."blueprint" VALUES
(5, '5a3f0c11-7d0e-4b52-9c1d-8e2f6a7b1c03', 'Normalise TLP and PAP tags', U&'[event-after-save]\000aAdds the standard tag beside each spelling of a TLP or PAP marking, on the event and its attributes, and removes local ones that are spelled otherwise.', 1764028800, TRUE, '[{"id":1,"name":"Tag Replacement - TLP","class":"block-type-default expect-misp-core-format","typenode":false,"data":{"id":"tag_replacement_tlp","name":"Tag Replacement - TLP","module_type":"action","module_version":"0.1","previous_module_version":"?","multiple_output_connection":false,"indexed_params":{"scope":"all","remove_substituted":"yes","locality":"local","relationship_type":""},"saved_filters":{"selector":"","value":"","operator":"","path":""}},"inputs":{"input_1":{"connections":[]}},"outputs":{"output_1":{"connections":[{"node":"2","output":"input_1"}]}},"pos_x":0,"pos_y":0},{"id":2,"name":"Tag Replacement - PAP","class":"block-type-default expect-misp-core-format","typenode":false,"data":{"id":"tag_replacement_pap","name":"Tag Replacement - PAP","module_type":"action","module_version":"0.1","previous_module_version":"?","multiple_output_connection":false,"indexed_params":{"scope":"all","remove_substituted":"yes","locality":"local","relationship_type":""},"saved_filters":{"selector":"","value":"","operator":"","path":""}},"inputs":{"input_1":{"connections":[{"node":"1","input":"output_1"}]}},"outputs":{"output_1":{"connections":[]}},"pos_x":400,"pos_y":0}]'),
(6, '5a3f0c11-7d0e-4b52-9c1d-8e2f6a7b1c02', 'Notify a chat room', U&'[event-publish]\000aTells a room of Mattermost which event is published, without keeping the operation waiting. Fill in the URL of the incoming webhook. For Slack, put a Slack node in its place.', 1764028800, TRUE, '[{"id":1,"name":"Concurrent Task","class":"block-type-concurrent block-type-logic","typenode":false,"data":{"id":"concurrent-task","name":"Concurrent Task","module_type":"logic","module_version":"0.1","previous_module_version":"?","multiple_output_connection":true,"indexed_params":[],"saved_filters":{"selector":"","value":"","operator":"","path":""}},"inputs":{"input_1":{"connections":[]}},"outputs":{"output_1":{"connections":[{"node":"2","output":"input_1"}]}},"pos_x":0,"pos_y":0},{"id":2,"name":"Mattermost","class":"block-type-default","typenode":false,"data":{"id":"mattermost","name":"Mattermost","module_type":"action","module_version":"0.1","previous_module_version":"?","multiple_output_connection":false,"indexed_params":{"url":"","channel":"","username":"","message_template":"**{{ Event.info }}** (event {{ Event.id }}) of {{ Event.Orgc.name }} is published, with {{ Event.Attribute | length }} attributes."},"saved_filters":{"selector":"","value":"","operator":"","path":""}},"inputs":{"input_1":{"connections":[{"node":"1","input":"output_1"}]}},"outputs":{"output_1":{"connections":[]}},"pos_x":400,"pos_y":0}]');
CREATE CACHED TABLE "public"."scheduled_tasks"(
    "task_name" CHARACTER VARYING(100) NOT NULL,
    "task_instance" CHARACTER VARYING(100) NOT NULL,
    "task_data" BINARY VARYING,
    "execution_time" TIMESTAMP WITH TIME ZONE NOT NULL,
    "picked" BOOLEAN NOT NULL,
    "picked_by" CHARACTER VARYING(50),
    "last_success" TIMESTAMP WITH TIME ZONE,
    "last_failure" TIMESTAMP WITH TIME ZONE,
    "consecutive_failures" INTEGER,
    "last_heartbeat" TIMESTAMP WITH TIME ZONE,
    "version" BIGINT NOT NULL
);
ALTER TABLE "public"."scheduled_tasks" ADD CONSTRAINT "public"."CONSTRAINT_4" PRIMARY KEY("task_name", "task_instance");
-- 0 +/- SELECT COUNT(*) FROM public.scheduled_tasks;
CREATE INDEX "public"."scheduled_tasks_due" ON "public"."scheduled_tasks"("execution_time" NULLS LAST);
CREATE CACHED TABLE "public"."task"(
    "id" UUID NOT NULL,
    "parent_id" UUID,
    "trigger_id" CHARACTER VARYING(191) NOT NULL,
    "workflow_id" BIGINT NOT NULL,
    "workflow_version" INTEGER NOT NULL,
    "start_node" CHARACTER VARYING(191),
    "depth" INTEGER NOT NULL,
    "payload_id" UUID NOT NULL,
    "state" CHARACTER VARYING(8) NOT NULL,
    "attempts" INTEGER NOT NULL,
    "failures" INTEGER NOT NULL,
    "last_error" CHARACTER VARYING,
    "created_at" TIMESTAMP WITH TIME ZONE NOT NULL
);
ALTER TABLE "public"."task" ADD CONSTRAINT "public"."CONSTRAINT_3" PRIMARY KEY("id");
-- 0 +/- SELECT COUNT(*) FROM public.task;
CREATE INDEX "public"."task_state" ON "public"."task"("state" NULLS LAST, "id" NULLS LAST);
CREATE INDEX "public"."task_parent" ON "public"."task"("parent_id" NULLS LAST);
CREATE CACHED TABLE "public"."task_payload"(
    "id" UUID NOT NULL,
    "part" INTEGER NOT NULL,
    "uses" INTEGER NOT NULL,
    "data" BINARY VARYING NOT NULL
);
ALTER TABLE "public"."task_payload" ADD CONSTRAINT "public"."CONSTRAINT_F" PRIMARY KEY("id", "part");
-- 0 +/- SELECT COUNT(*) FROM public.task_payload;
CREATE CACHED TABLE "public"."schedule"(
    "id" BIGINT NOT NULL,
    "trigger_id" CHARACTER VARYING(191) NOT NULL,
    "cron" CHARACTER VARYING(191) NOT NULL,
    "zone" CHARACTER VARYING(64) NOT NULL,
    "data" CHARACTER VARYING NOT NULL,
    "enabled" BOOLEAN NOT NULL,
    "next_due" TIMESTAMP WITH TIME ZONE,
    "last_due" TIMESTAMP WITH TIME ZONE,
    "last_run_id" CHARACTER VARYING(36),
    "last_problem" CHARACTER VARYING,
    "created_at" TIMESTAMP WITH TIME ZONE NOT NULL,
    "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL
);
ALTER TABLE "public"."schedule" ADD CONSTRAINT "public"."CONSTRAINT_D" PRIMARY KEY("id");
-- 1 +/- SELECT COUNT(*) FROM public.schedule;
INSERT INTO "public"."schedule" VALUES
(1, 'log-after-save', '30 6 * * 1-5', 'Europe/Paris', '{"Log":{"model":"Schedule"}}', TRUE, TIMESTAMP WITH TIME ZONE '2026-11-26 05:30:00+00', NULL, NULL, NULL, TIMESTAMP WITH TIME ZONE '2026-11-25 12:42:46.381939+00', TIMESTAMP WITH TIME ZONE '2026-11-25 12:42:46.421865+00');
CREATE INDEX "public"."schedule_next_due" ON "public"."schedule"("next_due" NULLS LAST);
CREATE CACHED TABLE "public"."deleted_blueprint"(
    "uuid" CHARACTER VARYING(36) NOT NULL
);
ALTER TABLE "public"."deleted_blueprint" ADD CONSTRAINT "public"."CONSTRAINT_E8" PRIMARY KEY("uuid");
-- 0 +/- SELECT COUNT(*) FROM public.deleted_blueprint;
CREATE CACHED TABLE "public"."call_nonce"(
    "hash" CHARACTER VARYING(64) NOT NULL,
    "until_at" TIMESTAMP(6) WITH TIME ZONE NOT NULL
);
ALTER TABLE "public"."call_nonce" ADD CONSTRAINT "public"."CONSTRAINT_72" PRIMARY KEY("hash");
-- 0 +/- SELECT COUNT(*) FROM public.call_nonce;
CREATE INDEX "public"."call_nonce_until" ON "public"."call_nonce"("until_at" NULLS LAST);
CREATE CACHED TABLE "public"."web_welcome"(
    "id" INTEGER NOT NULL,
    "done_at" TIMESTAMP(6) WITH TIME ZONE NOT NULL
);
ALTER TABLE "public"."web_welcome" ADD CONSTRAINT "public"."CONSTRAINT_2F" PRIMARY KEY("id");
-- 0 +/- SELECT COUNT(*) FROM public.web_welcome;
CREATE CACHED TABLE "public"."access_key"(
    "id" BIGINT GENERATED BY DEFAULT AS IDENTITY(START WITH 1 RESTART WITH 2) NOT NULL,
    "name" CHARACTER VARYING(191) NOT NULL,
    "role" CHARACTER VARYING(32) NOT NULL,
    "key_hash" CHARACTER VARYING(64) NOT NULL,
    "old_hash" CHARACTER VARYING(64),
    "old_until" TIMESTAMP(6) WITH TIME ZONE,
    "created_at" TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    "expires_at" TIMESTAMP(6) WITH TIME ZONE,
    "used_at" TIMESTAMP(6) WITH TIME ZONE
);
ALTER TABLE "public"."access_key" ADD CONSTRAINT "public"."CONSTRAINT_B" PRIMARY KEY("id");
-- 1 +/- SELECT COUNT(*) FROM public.access_key;
INSERT INTO "public"."access_key" VALUES
(1, 'the old key', 'viewer', 'ba30ffc7c53959b066bef21c292a7254daefb408d147a637dc53265046a168d3', NULL, NULL, TIMESTAMP WITH TIME ZONE '2026-11-25 12:42:46.287452+00', NULL, NULL);
CREATE CACHED TABLE "public"."audit_entry"(
    "id" BIGINT GENERATED BY DEFAULT AS IDENTITY(START WITH 1 RESTART WITH 15) NOT NULL,
    "at" TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    "who" CHARACTER VARYING(191) NOT NULL,
    "action" CHARACTER VARYING(16) NOT NULL,
    "kind" CHARACTER VARYING(32) NOT NULL,
    "subject" CHARACTER VARYING(255) NOT NULL,
    "before_change" CHARACTER VARYING,
    "after_change" CHARACTER VARYING
);
ALTER TABLE "public"."audit_entry" ADD CONSTRAINT "public"."CONSTRAINT_36" PRIMARY KEY("id");
-- 14 +/- SELECT COUNT(*) FROM public.audit_entry;
INSERT INTO "public"."audit_entry" VALUES
(1, TIMESTAMP WITH TIME ZONE '2026-11-25 12:42:43.894036+00', 'sluice', 'create', 'blueprint', 'Block tlp:red and PAP:RED', NULL, '{"description":"[event-publish]\nStops the operation where the event, or one of its attributes, is tagged tlp:red or PAP:RED.","fromLibrary":true,"name":"Block tlp:red and PAP:RED","nodes":"[{\"id\":1,\"name\":\"IF :: Tag\",\"class\":\"block-type-if block-type-logic expect-misp-core-format\",\"typenode\":false,\"data\":{\"id\":\"tag-if\",\"name\":\"IF :: Tag\",\"module_type\":\"logic\",\"module_version\":\"0.4\",\"previous_module_version\":\"?\",\"multiple_output_connection\":false,\"indexed_params\":{\"scope\":\"event\",\"condition\":\"in_or\",\"tags\":[\"tlp:red\",\"PAP:RED\"],\"clusters\":[]},\"saved_filters\":{\"selector\":\"\",\"value\":\"\",\"operator\":\"\",\"path\":\"\"}},\"inputs\":{\"input_1\":{\"connections\":[]}},\"outputs\":{\"output_1\":{\"connections\":[{\"node\":\"2\",\"output\":\"input_1\"}]},\"output_2\":{\"connections\":[{\"node\":\"3\",\"output\":\"input_1\"}]}},\"pos_x\":0,\"pos_y\":0},{\"id\":2,\"name\":\"Stop execution\",\"class\":\"block-type-default\",\"typenode\":false,\"data\":{\"id\":\"stop-execution\",\"name\":\"Stop execution\",\"module_type\":\"action\",\"module_version\":\"0.2\",\"previous_module_version\":\"?\",\"multiple_output_connection\":false,\"indexed_params\":{\"message\":\"The event is tagged tlp:red or PAP:RED.\"},\"saved_filters\":{\"selector\":\"\",\"value\":\"\",\"operator\":\"\",\"path\":\"\"}},\"inputs\":{\"input_1\":{\"connections\":[{\"node\":\"1\",\"input\":\"output_1\"}]}},\"outputs\":[],\"pos_x\":400,\"pos_y\":-80},{\"id\":3,\"name\":\"IF :: Tag\",\"class\":\"block-type-if block-type-logic expect-misp-core-format\",\"typenode\":false,\"data\":{\"id\":\"tag-if\",\"name\":\"IF :: Tag\",\"module_type\":\"logic\",\"module_version\":\"0.4\",\"previous_module_version\":\"?\",\"multiple_output_connection\":false,\"indexed_params\":{\"scope\":\"event_attribute\",\"condition\":\"in_or\",\"tags\":[\"tlp:red\",\"PAP:RED\"],\"clusters\":[]},\"saved_filters\":{\"selector\":\"\",\"value\":\"\",\"operator\":\"\",\"path\":\"\"}},\"inputs\":{\"input_1\":{\"connections\":[{\"node\":\"1\",\"input\":\"output_2\"}]}},\"outputs\":{\"output_1\":{\"connections\":[{\"node\":\"4\",\"output\":\"input_1\"}]},\"output_2\":{\"connections\":[]}},\"pos_x\":400,\"pos_y\":120},{\"id\":4,\"name\":\"Stop execution\",\"class\":\"block-type-default\",\"typenode\":false,\"data\":{\"id\":\"stop-execution\",\"name\":\"Stop execution\",\"module_type\":\"action\",\"module_version\":\"0.2\",\"previous_module_version\":\"?\",\"multiple_output_connection\":false,\"indexed_params\":{\"message\":\"An attribute is tagged tlp:red or PAP:RED.\"},\"saved_filters\":{\"selector\":\"\",\"value\":\"\",\"operator\":\"\",\"path\":\"\"}},\"inputs\":{\"input_1\":{\"connections\":[{\"node\":\"3\",\"input\":\"output_1\"}]}},\"outputs\":[],\"pos_x\":800,\"pos_y\":40}]","uuid":"5a3f0c11-7d0e-4b52-9c1d-8e2f6a7b1c01"}'),
(2, TIMESTAMP WITH TIME ZONE '2026-11-25 12:42:43.971654+00', 'sluice', 'create', 'blueprint', 'Drop the IDS flag on warning-list hits', NULL, '{"description":"[event-publish]\nAttributes that a warning list knows as false positives are no more given to detection systems.","fromLibrary":true,"name":"Drop the IDS flag on warning-list hits","nodes":"[{\"id\":1,\"name\":\"Attach warninglist\",\"class\":\"block-type-default expect-misp-core-format\",\"typenode\":false,\"data\":{\"id\":\"attach-warninglist\",\"name\":\"Attach warninglist\",\"module_type\":\"action\",\"module_version\":\"0.2\",\"previous_module_version\":\"?\",\"multiple_output_connection\":false,\"indexed_params\":{\"warninglists\":[\"ALL\"]},\"saved_filters\":{\"selector\":\"\",\"value\":\"\",\"operator\":\"\",\"path\":\"\"}},\"inputs\":{\"input_1\":{\"connections\":[]}},\"outputs\":{\"output_1\":{\"connections\":[{\"node\":\"2\",\"output\":\"input_1\"}]}},\"pos_x\":0,\"pos_y\":0},{\"id\":2,\"name\":\"Filter :: Generic\",\"class\":\"block-type-default block-type-logic\",\"typenode\":false,\"data\":{\"id\":\"generic-filter-data\",\"name\":\"Filter :: Generic\",\"module_type\":\"logic\",\"module_version\":\"0.2\",\"previous_module_version\":\"?\",\"multiple_output_connection\":false,\"indexed_params\":{\"filtering-label\":\"A\",\"selector\":\"Event._AttributeFlattened.{n}\",\"value\":\"false_positive\",\"value_list\":[],\"operator\":\"in\",\"hash_path\":\"warnings.{n}.warninglist_category\"},\"saved_filters\":{\"selector\":\"\",\"value\":\"\",\"operator\":\"\",\"path\":\"\"}},\"inputs\":{\"input_1\":{\"connections\":[{\"node\":\"1\",\"input\":\"output_1\"}]}},\"outputs\":{\"output_1\":{\"connections\":[{\"node\":\"3\",\"output\":\"input_1\"}]}},\"pos_x\":400,\"pos_y\":0},{\"id\":3,\"name\":\"Attribute IDS Flag operation\",\"class\":\"block-type-default expect-misp-core-format\",\"typenode\":false,\"data\":{\"id\":\"attribute_ids_flag_operation\",\"name\":\"Attribute IDS Flag operation\",\"module_type\":\"action\",\"module_version\":\"0.1\",\"previous_module_version\":\"?\",\"multiple_output_connection\":false,\"indexed_params\":{\"action\":\"remove\"},\"saved_filters\":{\"selector\":\"\",\"value\":\"\",\"operator\":\"\",\"path\":\"\"}},\"inputs\":{\"input_1\":{\"connections\":[{\"node\":\"2\",\"input\":\"output_1\"}]}},\"outputs\":{\"output_1\":{\"connections\":[{\"node\":\"4\",\"output\":\"input_1\"}]}},\"pos_x\":800,\"pos_y\":0},{\"id\":4,\"name\":\"Filter :: Remove filter\",\"class\":\"block-type-default block-type-logic\",\"typenode\":false,\"data\":{\"id\":\"generic-filter-reset\",\"name\":\"Filter :: Remove filter\",\"module_type\":\"logic\",\"module_version\":\"0.1\",\"previous_module_version\":\"?\",\"multiple_output_connection\":false,\"indexed_params\":{\"filtering-label\":\"all\"},\"saved_filters\":{\"selector\":\"\",\"value\":\"\",\"operator\":\"\",\"path\":\"\"}},\"inputs\":{\"input_1\":{\"connections\":[{\"node\":\"3\",\"input\":\"output_1\"}]}},\"outputs\":{\"output_1\":{\"connections\":[]}},\"pos_x\":1200,\"pos_y\":0}]","uuid":"5a3f0c11-7d0e-4b52-9c1d-8e2f6a7b1c04"}');
INSERT INTO "public"."audit_entry" VALUES
(3, TIMESTAMP WITH TIME ZONE '2026-11-25 12:42:43.998737+00', 'sluice', 'create', 'blueprint', 'Enrich IP addresses with their country', NULL, '{"description":"[event-after-save]\nAsks the enrichment module mmdb_lookup where IP addresses are, and attaches the country''s galaxy cluster to their attributes, locally.","fromLibrary":true,"name":"Enrich IP addresses with their country","nodes":"[{\"id\":1,\"name\":\"Filter :: Generic\",\"class\":\"block-type-default block-type-logic\",\"typenode\":false,\"data\":{\"id\":\"generic-filter-data\",\"name\":\"Filter :: Generic\",\"module_type\":\"logic\",\"module_version\":\"0.2\",\"previous_module_version\":\"?\",\"multiple_output_connection\":false,\"indexed_params\":{\"filtering-label\":\"A\",\"selector\":\"Event._AttributeFlattened.{n}\",\"value\":\"\",\"value_list\":[\"ip-src\",\"ip-dst\",\"ip-src|port\",\"ip-dst|port\"],\"operator\":\"in_or\",\"hash_path\":\"type\"},\"saved_filters\":{\"selector\":\"\",\"value\":\"\",\"operator\":\"\",\"path\":\"\"}},\"inputs\":{\"input_1\":{\"connections\":[]}},\"outputs\":{\"output_1\":{\"connections\":[{\"node\":\"2\",\"output\":\"input_1\"}]}},\"pos_x\":0,\"pos_y\":0},{\"id\":2,\"name\":\"Attach enrichment\",\"class\":\"block-type-default expect-misp-core-format\",\"typenode\":false,\"data\":{\"id\":\"attach-enrichment\",\"name\":\"Attach enrichment\",\"module_type\":\"action\",\"module_version\":\"0.3\",\"previous_module_version\":\"?\",\"multiple_output_connection\":false,\"indexed_params\":{\"modules\":[\"mmdb_lookup\"]},\"saved_filters\":{\"selector\":\"\",\"value\":\"\",\"operator\":\"\",\"path\":\"\"}},\"inputs\":{\"input_1\":{\"connections\":[{\"node\":\"1\",\"input\":\"output_1\"}]}},\"outputs\":{\"output_1\":{\"connections\":[{\"node\":\"3\",\"output\":\"input_1\"}]}},\"pos_x\":400,\"pos_y\":0},{\"id\":3,\"name\":\"Filter :: Generic\",\"class\":\"block-type-default block-type-logic\",\"typenode\":false,\"data\":{\"id\":\"generic-filter-data\",\"name\":\"Filter :: Generic\",\"module_type\":\"logic\",\"module_version\":\"0.2\",\"previous_module_version\":\"?\",\"multiple_output_connection\":false,\"indexed_params\":{\"filtering-label\":\"B\",\"selector\":\"Event._AttributeFlattened.{n}\",\"value\":\"geolocation\",\"value_list\":[],\"operator\":\"in\",\"hash_path\":\"enrichment.{n}.Object.0.name\"},\"saved_filters\":{\"selector\":\"\",\"value\":\"\",\"operator\":\"\",\"path\":\"\"}},\"inputs\":{\"input_1\":{\"connections\":[{\"node\":\"2\",\"input\":\"output_1\"}]}},\"outputs\":{\"output_1\":{\"connections\":[{\"node\":\"4\",\"output\":\"input_1\"}]}},\"pos_x\":800,\"pos_y\":0},{\"id\":4,\"name\":\"Assign country\",\"class\":\"block-type-default expect-misp-core-format\",\"typenode\":false,\"data\":{\"id\":\"assign_country\",\"name\":\"Assign country\",\"module_type\":\"action\",\"module_version\":\"0.2\",\"previous_module_version\":\"?\",\"multiple_output_connection\":false,\"indexed_params\":{\"scope\":\"attribute\",\"hash_path\":\"enrichment.{n}.Object.0.Attribute.{n}[object_relation=country].value\",\"locality\":\"local\",\"galaxy_name\":\"country\",\"relationship_type\":\"\"},\"saved_filters\":{\"selector\":\"\",\"value\":\"\",\"operator\":\"\",\"path\":\"\"}},\"inputs\":{\"input_1\":{\"connections\":[{\"node\":\"3\",\"input\":\"output_1\"}]}},\"outputs\":{\"output_1\":{\"connections\":[{\"node\":\"5\",\"output\":\"input_1\"}]}},\"pos_x\":1200,\"pos_y\":0},{\"id\":5,\"name\":\"Filter :: Remove filter\",\"class\":\"block-type-default block-type-logic\",\"typenode\":false,\"data\":{\"id\":\"generic-filter-reset\",\"name\":\"Filter :: Remove filter\",\"module_type\":\"logic\",\"module_version\":\"0.1\",\"previous_module_version\":\"?\",\"multiple_output_connection\":false,\"indexed_params\":{\"filtering-label\":\"all\"},\"saved_filters\":{\"selector\":\"\",\"value\":\"\",\"operator\":\"\",\"path\":\"\"}},\"inputs\":{\"input_1\":{\"connections\":[{\"node\":\"4\",\"input\":\"output_1\"}]}},\"outputs\":{\"output_1\":{\"connections\":[]}},\"pos_x\":1600,\"pos_y\":0}]","uuid":"5a3f0c11-7d0e-4b52-9c1d-8e2f6a7b1c05"}');
INSERT INTO "public"."audit_entry" VALUES
(4, TIMESTAMP WITH TIME ZONE '2026-11-25 12:42:44.028381+00', 'sluice', 'create', 'blueprint', 'Mail admins when a workflow stops or fails', NULL, '{"description":"[log-after-save]\nMails all admins what MISP logs of a workflow that was stopped or failed.","fromLibrary":true,"name":"Mail admins when a workflow stops or fails","nodes":"[{\"id\":1,\"name\":\"IF :: Generic\",\"class\":\"block-type-if block-type-logic\",\"typenode\":false,\"data\":{\"id\":\"generic-if\",\"name\":\"IF :: Generic\",\"module_type\":\"logic\",\"module_version\":\"0.2\",\"previous_module_version\":\"?\",\"multiple_output_connection\":false,\"indexed_params\":{\"value\":\"Workflow\",\"value_list\":[],\"operator\":\"equals\",\"hash_path\":\"Log.model\"},\"saved_filters\":{\"selector\":\"\",\"value\":\"\",\"operator\":\"\",\"path\":\"\"}},\"inputs\":{\"input_1\":{\"connections\":[]}},\"outputs\":{\"output_1\":{\"connections\":[{\"node\":\"2\",\"output\":\"input_1\"}]},\"output_2\":{\"connections\":[]}},\"pos_x\":0,\"pos_y\":0},{\"id\":2,\"name\":\"IF :: Generic\",\"class\":\"block-type-if block-type-logic\",\"typenode\":false,\"data\":{\"id\":\"generic-if\",\"name\":\"IF :: Generic\",\"module_type\":\"logic\",\"module_version\":\"0.2\",\"previous_module_version\":\"?\",\"multiple_output_connection\":false,\"indexed_params\":{\"value\":\"execute_workflow\",\"value_list\":[],\"operator\":\"equals\",\"hash_path\":\"Log.action\"},\"saved_filters\":{\"selector\":\"\",\"value\":\"\",\"operator\":\"\",\"path\":\"\"}},\"inputs\":{\"input_1\":{\"connections\":[{\"node\":\"1\",\"input\":\"output_1\"}]}},\"outputs\":{\"output_1\":{\"connections\":[{\"node\":\"3\",\"output\":\"input_1\"}]},\"output_2\":{\"connections\":[]}},\"pos_x\":400,\"pos_y\":0},{\"id\":3,\"name\":\"Send Mail\",\"class\":\"block-type-default\",\"typenode\":false,\"data\":{\"id\":\"send-mail\",\"name\":\"Send Mail\",\"module_type\":\"action\",\"module_version\":\"0.1\",\"previous_module_version\":\"?\",\"multiple_output_connection\":false,\"indexed_params\":{\"recipients\":[\"All admins\"],\"mail_template_subject\":\"Workflow {{ Log.model_id }} stopped or failed\",\"mail_template_body\":\"{{ Log.title }}\\n\\n{{ Log.change }}\\n\\nAt {{ Log.created }}, by {{ Log.email }}.\"},\"saved_filters\":{\"selector\":\"\",\"value\":\"\",\"operator\":\"\",\"path\":\"\"}},\"inputs\":{\"input_1\":{\"connections\":[{\"node\":\"2\",\"input\":\"output_1\"}]}},\"outputs\":{\"output_1\":{\"connections\":[]}},\"pos_x\":800,\"pos_y\":0}]","uuid":"5a3f0c11-7d0e-4b52-9c1d-8e2f6a7b1c06"}'),
(5, TIMESTAMP WITH TIME ZONE '2026-11-25 12:42:44.071145+00', 'sluice', 'create', 'blueprint', 'Normalise TLP and PAP tags', NULL, '{"description":"[event-after-save]\nAdds the standard tag beside each spelling of a TLP or PAP marking, on the event and its attributes, and removes local ones that are spelled otherwise.","fromLibrary":true,"name":"Normalise TLP and PAP tags","nodes":"[{\"id\":1,\"name\":\"Tag Replacement - TLP\",\"class\":\"block-type-default expect-misp-core-format\",\"typenode\":false,\"data\":{\"id\":\"tag_replacement_tlp\",\"name\":\"Tag Replacement - TLP\",\"module_type\":\"action\",\"module_version\":\"0.1\",\"previous_module_version\":\"?\",\"multiple_output_connection\":false,\"indexed_params\":{\"scope\":\"all\",\"remove_substituted\":\"yes\",\"locality\":\"local\",\"relationship_type\":\"\"},\"saved_filters\":{\"selector\":\"\",\"value\":\"\",\"operator\":\"\",\"path\":\"\"}},\"inputs\":{\"input_1\":{\"connections\":[]}},\"outputs\":{\"output_1\":{\"connections\":[{\"node\":\"2\",\"output\":\"input_1\"}]}},\"pos_x\":0,\"pos_y\":0},{\"id\":2,\"name\":\"Tag Replacement - PAP\",\"class\":\"block-type-default expect-misp-core-format\",\"typenode\":false,\"data\":{\"id\":\"tag_replacement_pap\",\"name\":\"Tag Replacement - PAP\",\"module_type\":\"action\",\"module_version\":\"0.1\",\"previous_module_version\":\"?\",\"multiple_output_connection\":false,\"indexed_params\":{\"scope\":\"all\",\"remove_substituted\":\"yes\",\"locality\":\"local\",\"relationship_type\":\"\"},\"saved_filters\":{\"selector\":\"\",\"value\":\"\",\"operator\":\"\",\"path\":\"\"}},\"inputs\":{\"input_1\":{\"connections\":[{\"node\":\"1\",\"input\":\"output_1\"}]}},\"outputs\":{\"output_1\":{\"connections\":[]}},\"pos_x\":400,\"pos_y\":0}]","uuid":"5a3f0c11-7d0e-4b52-9c1d-8e2f6a7b1c03"}');
INSERT INTO "public"."audit_entry" VALUES
(6, TIMESTAMP WITH TIME ZONE '2026-11-25 12:42:44.092047+00', 'sluice', 'create', 'blueprint', 'Notify a chat room', NULL, '{"description":"[event-publish]\nTells a room of Mattermost which event is published, without keeping the operation waiting. Fill in the URL of the incoming webhook. For Slack, put a Slack node in its place.","fromLibrary":true,"name":"Notify a chat room","nodes":"[{\"id\":1,\"name\":\"Concurrent Task\",\"class\":\"block-type-concurrent block-type-logic\",\"typenode\":false,\"data\":{\"id\":\"concurrent-task\",\"name\":\"Concurrent Task\",\"module_type\":\"logic\",\"module_version\":\"0.1\",\"previous_module_version\":\"?\",\"multiple_output_connection\":true,\"indexed_params\":[],\"saved_filters\":{\"selector\":\"\",\"value\":\"\",\"operator\":\"\",\"path\":\"\"}},\"inputs\":{\"input_1\":{\"connections\":[]}},\"outputs\":{\"output_1\":{\"connections\":[{\"node\":\"2\",\"output\":\"input_1\"}]}},\"pos_x\":0,\"pos_y\":0},{\"id\":2,\"name\":\"Mattermost\",\"class\":\"block-type-default\",\"typenode\":false,\"data\":{\"id\":\"mattermost\",\"name\":\"Mattermost\",\"module_type\":\"action\",\"module_version\":\"0.1\",\"previous_module_version\":\"?\",\"multiple_output_connection\":false,\"indexed_params\":{\"url\":\"\",\"channel\":\"\",\"username\":\"\",\"message_template\":\"**{{ Event.info }}** (event {{ Event.id }}) of {{ Event.Orgc.name }} is published, with {{ Event.Attribute | length }} attributes.\"},\"saved_filters\":{\"selector\":\"\",\"value\":\"\",\"operator\":\"\",\"path\":\"\"}},\"inputs\":{\"input_1\":{\"connections\":[{\"node\":\"1\",\"input\":\"output_1\"}]}},\"outputs\":{\"output_1\":{\"connections\":[]}},\"pos_x\":400,\"pos_y\":0}]","uuid":"5a3f0c11-7d0e-4b52-9c1d-8e2f6a7b1c02"}'),
(7, TIMESTAMP WITH TIME ZONE '2026-11-25 12:42:45.245819+00', 'admin', 'create', 'workflow', 'event-publish', NULL, '{"debugEnabled":false,"description":"An event that is, or has an attribute that is, tagged tlp:red is not published","enabled":false,"name":"Hold back tlp:red","triggerId":"event-publish","uuid":"0f1d2c3b-4a59-4687-9e01-2f3a4b5c6d02","version":0}'),
(8, TIMESTAMP WITH TIME ZONE '2026-11-25 12:42:45.251468+00', 'admin', 'create', 'workflow version', '1 1', NULL, '{"number":1,"workflowId":1}'),
(9, TIMESTAMP WITH TIME ZONE '2026-11-25 12:42:45.252361+00', 'admin', 'change', 'workflow', 'event-publish', '{"version":0}', '{"version":1}'),
(10, TIMESTAMP WITH TIME ZONE '2026-11-25 12:42:45.575003+00', 'admin', 'create', 'trigger', 'event-publish', NULL, '{"enabled":true,"onError":"closed"}'),
(11, TIMESTAMP WITH TIME ZONE '2026-11-25 12:42:46.099318+00', 'admin', 'change', 'workflow', 'event-publish', '{"name":"Hold back tlp:red"}', '{"name":"Renamed before the upgrade"}'),
(12, TIMESTAMP WITH TIME ZONE '2026-11-25 12:42:46.17583+00', 'admin', 'create', 'named trigger', 'door', NULL, '{"blocking":true,"coreFormat":false,"description":"","name":"Door","scope":"house"}'),
(13, TIMESTAMP WITH TIME ZONE '2026-11-25 12:42:46.287918+00', 'admin', 'create', 'key', 'the old key', NULL, '{"keyHash":"***","name":"the old key","role":"viewer"}'),
(14, TIMESTAMP WITH TIME ZONE '2026-11-25 12:42:46.427211+00', 'admin', 'create', 'schedule', 'log-after-save 30 6 * * 1-5', NULL, '{"cron":"30 6 * * 1-5","data":"{\"Log\":{\"model\":\"Schedule\"}}","enabled":true,"triggerId":"log-after-save","zone":"Europe/Paris"}');
CREATE INDEX "public"."audit_entry_subject" ON "public"."audit_entry"("kind" NULLS LAST, "subject" NULLS LAST);
CREATE INDEX "public"."audit_entry_who" ON "public"."audit_entry"("who" NULLS LAST);
CREATE CACHED TABLE "public"."web_session"(
    "token_hash" CHARACTER VARYING(64) NOT NULL,
    "name" CHARACTER VARYING(191) NOT NULL,
    "role" CHARACTER VARYING(32) NOT NULL,
    "opened_at" TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    "used_at" TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    "key_id" BIGINT
);
ALTER TABLE "public"."web_session" ADD CONSTRAINT "public"."CONSTRAINT_5" PRIMARY KEY("token_hash");
-- 0 +/- SELECT COUNT(*) FROM public.web_session;
CREATE INDEX "public"."web_session_used" ON "public"."web_session"("used_at" NULLS LAST);
ALTER TABLE "public"."workflow" ADD CONSTRAINT "public"."workflow_trigger_unique" UNIQUE NULLS DISTINCT ("trigger_id");
ALTER TABLE "public"."access_key" ADD CONSTRAINT "public"."CONSTRAINT_BB" UNIQUE NULLS DISTINCT ("name");
ALTER TABLE "public"."access_key" ADD CONSTRAINT "public"."CONSTRAINT_BBF" UNIQUE NULLS DISTINCT ("key_hash");
ALTER TABLE "public"."workflow_version" ADD CONSTRAINT "public"."workflow_version_unique" UNIQUE NULLS DISTINCT ("workflow_id", "number");
ALTER TABLE "public"."workflow" ADD CONSTRAINT "public"."workflow_uuid_unique" UNIQUE NULLS DISTINCT ("uuid");
ALTER TABLE "public"."blueprint" ADD CONSTRAINT "public"."blueprint_uuid_unique" UNIQUE NULLS DISTINCT ("uuid");
ALTER TABLE "public"."workflow_version" ADD CONSTRAINT "public"."CONSTRAINT_70" FOREIGN KEY("workflow_id") REFERENCES "public"."workflow"("id") ON DELETE CASCADE NOCHECK;
