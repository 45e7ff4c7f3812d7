### الإشعارات: الصفحة والجرس والرسائل والاختيارات.

push-also-commented = { $name }: تعليق حيث علّقت أنت أيضًا
push-poll-closed = انتهى استطلاع
push-post-edited = { $name }: تعديل منشور شاركت فيه
push-birthday = { $name }: اليوم عيد الميلاد
push-scheduled-refused = تعذّر نشر أحد منشوراتك في موعده
push-scheduled-published = نُشر منشورك المجدول
push-signup-pending = هناك طلب انضمام جديد
push-report-received = هناك بلاغ جديد
push-security-login = سُجّل الدخول إلى حسابك من متصفح لا نعرفه
push-security-changed = تغيّرت كلمة مرورك أو عنوان بريدك
notices-title = الإشعارات
notices-tabs = أي إشعارات
notices-all = الكل
notices-unread = غير المقروءة
notices-mentions = الإشارات إليك
notices-held = المؤجّلة
notices-held-text = من أشخاص لا تعرفهم بعد. لا شيء هنا يرنّ أو يُحسب.
notices-read-all = تعليم الكل كمقروء
notices-mark-read = تعليم كمقروء
notices-mark-unread = تعليم كغير مقروء
notices-remove = إزالة
notices-release = إظهاره مع البقية
notices-more = المزيد عن هذا الإشعار
notices-new = جديد:
notices-today = اليوم
notices-none-here = لا شيء هنا
notices-none-here-text = لا إشعار يطابق هذا الاختيار الآن.
notices-empty-title = كل شيء هادئ
notices-empty-text = حين يتفاعل أحد معك أو يرد عليك أو يشير إليك ستجد ذلك هنا.
notices-reaction-post = { $name }: تفاعل مع منشورك { $emoji }
notices-reaction-comment = { $name }: تفاعل مع تعليقك { $emoji }
notices-commented = { $name }: تعليق على منشورك
notices-also-commented = { $name }: تعليق حيث علّقت أنت أيضًا
notices-shared = { $name }: مشاركة لمنشورك
notices-following = متابعة جديدة لك: { $name }
notices-friends = بين أصدقائك الآن: { $name }
notices-birthdays = عيد ميلاد اليوم: { $name }
flash-notices-read = عُلّم كل شيء كمقروء.
flash-notice-removed = أُزيل.
flash-notice-released = صار مع البقية.
notices-mail-subject = { $title }
notices-mail-body = { $title }: «{ $beginning }»
notices-mail-body-bare = { $title }.
notices-mail-many-subject =
    { $count ->
        [zero] لا جديد لك لدى { $site }
        [one] جديد واحد لك لدى { $site }
        [two] خبران جديدان لك لدى { $site }
        [few] { $count } أخبار جديدة لك لدى { $site }
        [many] { $count } خبرًا جديدًا لك لدى { $site }
       *[other] { $count } خبر جديد لك لدى { $site }
    }
notices-mail-many-lead = إليك ما حدث لدى { $site } منذ آخر رسالة.
notices-choices = ما تُخبَر به
notices-choices-text = بأي الطرق، ومتى يكون الهدوء
notices-kind = ما حدث
notices-way-here = هنا
notices-way-push = على أجهزتك
notices-way-mail = بريد فوري
notices-way-digest = ملخّص
notices-group-people = الأشخاص
notices-group-words = المنشورات والتعليقات
notices-group-changes = ما يتغيّر مع الوقت
notices-group-staff = رعاية هذا المكان
notices-group-security = الأمان (مفعّل دائمًا)
notices-quiet = ساعات الهدوء
notices-quiet-text = بين هذين الوقتين لا يرنّ تطبيق ولا يُرسل بريد فوري. وتجد هنا كل شيء كالمعتاد. الأمان وحده مستثنى.
notices-quiet-on = الهدوء كل يوم
notices-quiet-from = من
notices-quiet-to = إلى
notices-no-time = اكتب وقتًا من اليوم، مثل 22:00.
notices-quiet-empty = اختر نهاية غير البداية.
notices-unknown = أشخاص لا تعرفهم
notices-unknown-text = أصدقاؤك ومن تتابعهم يصلون دائمًا.
notices-strangers = من ليسوا أصدقاء ولا تتابعهم
notices-newcomers = من انضم منهم في آخر 30 يومًا
notices-allow = إظهار كغيره
notices-hold = تأجيل
notices-drop = تجاهل
notices-kind-friend-request = طلب صداقة
notices-kind-friend-accepted = قبول طلبك
notices-kind-new-follower = متابعة جديدة لك
notices-kind-joined = انضمام بدعوة منك
notices-kind-birthday = عيد ميلاد صديق
notices-kind-comment = تعليق على منشورك
notices-kind-reply = رد على تعليقك
notices-kind-also-commented = تعليق حيث علّقت
notices-kind-mention = الإشارة إليك
notices-kind-wall-post = منشور على صفحتك
notices-kind-reaction = تفاعل
notices-kind-share = مشاركة منشورك
notices-kind-quote = مشاركة منشورك مع تعليق
notices-kind-see-first = منشور ممن تراهم أولًا
notices-kind-poll-closed = انتهاء استطلاع
notices-kind-post-edited = تعديل منشور شاركت فيه
notices-kind-scheduled-published = نشر منشورك المجدول
notices-kind-scheduled-refused = تعذّر نشر منشورك المجدول
notices-kind-signup = طلب انضمام
notices-kind-report = بلاغ جديد
notices-kind-security-login = دخول من متصفح غير معروف
notices-kind-security-changed = تغيّر كلمة المرور أو البريد
notices-others =
    { $count ->
        [zero] لا أحد غيرهم
        [one] شخص آخر
        [two] شخصان آخران
        [few] { $count } أشخاص آخرين
        [many] { $count } شخصًا آخر
       *[other] { $count } شخص آخر
    }
frame-notices-unread =
    { $count ->
        [zero] الإشعارات
        [one] الإشعارات، واحد غير مقروء
        [two] الإشعارات، اثنان غير مقروءين
        [few] الإشعارات، { $count } غير مقروءة
        [many] الإشعارات، { $count } غير مقروء
       *[other] الإشعارات، { $count } غير مقروء
    }
notices-group-messages = الرسائل
notices-kind-message = رسالة
notices-kind-message-request = شخص جديد يراسلك
notices-kind-message-reaction = تفاعل مع رسالتك
notices-kind-chat-added = إضافتك إلى محادثة
push-saved-reminder = أردت أن نذكّرك بهذا
push-album-invite = طلب منك { $name } إضافة صور إلى ألبوم
push-tag-photo = أشار إليك { $name } في صورة
push-tag-review = يود { $name } الإشارة إليك في صورة
push-memory = لديك ذكريات من هذا اليوم
notices-kind-saved-reminder = تذكير وضعته
notices-kind-album-invite = طلب منك شخص إضافة صور إلى ألبوم
notices-kind-tag-photo = أُشير إليك في صورة
notices-kind-tag-review = إشارة تنتظر موافقتك
notices-kind-memory = شيء لك في مثل هذا اليوم
