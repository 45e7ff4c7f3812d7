### Choices about privacy, and whom one keeps away from.

privacy-title = الخصوصية
privacy-who-sees = من يرى ما أشاركه
privacy-who-reaches = من يمكنه الاقتراب
privacy-who-finds = من يعثر عليّ
privacy-my-wall = صفحتي كحائط
privacy-default-audience = المنشورات الجديدة تصل إلى
privacy-default-audience-hint = يبدأ بها كل منشور، ويمكنك تغييرها في كل مرة.
privacy-friends-list = قائمة أصدقائي
privacy-friends-list-hint = يظل الآخرون يرون الأصدقاء المشتركين معك.
privacy-comments = من يمكنه التعليق
privacy-comments-hint = يمكن لكل منشور أن يحدد غير ذلك.
privacy-comments-same = كل من يرى المنشور
privacy-comments-friends = الأصدقاء
privacy-comments-nobody = لا أحد
privacy-requests = من يمكنه إرسال طلب صداقة إليّ
privacy-follow = من يمكنه متابعتي دون صداقة
privacy-everyone = الجميع هنا
privacy-friends-of-friends = أصدقاء الأصدقاء
privacy-nobody = لا أحد
privacy-wall = من يمكنه الكتابة على صفحتي
privacy-wall-friends = الأصدقاء
privacy-wall-nobody = أنا فقط
privacy-wall-audience = من يرى ما يكتبه الأصدقاء هناك
privacy-profile-audience = من يمكنه العثور على ملفي
privacy-profile-audience-hint = ما تكتبه للجميع في كل مكان يُظهر اسمك وصورتك في كل الأحوال.
privacy-profile-community = الناس هنا
privacy-profile-world = الجميع، حتى من دون حساب
privacy-in-directory = الظهور في دليل الأعضاء
privacy-in-directory-hint = يجدك أصدقاؤك في كل حال.
privacy-in-suggestions = اقتراحي على أصدقاء الأصدقاء
privacy-in-suggestions-hint = كشخص قد يعرفونه.
privacy-limit-past = تقييد المنشورات السابقة
privacy-limit-past-text = ضيّق دفعة واحدة كل ما كتبته في صفحتك حتى الآن. سنخبرك أولًا بعدد المنشورات.
privacy-limit-past-friends = قصرها على الأصدقاء
privacy-limit-past-self = قصرها عليّ وحدي
privacy-limit-past-friends-count =
    { $count ->
        [zero] لا منشور لك يراه غير أصدقائك. لا شيء يحتاج إلى تغيير.
        [one] منشور واحد كتبته للجميع أو لكل الأعضاء سيراه الأصدقاء فقط.
        [two] منشوران كتبتهما للجميع أو لكل الأعضاء سيراهما الأصدقاء فقط.
        [few] { $count } منشورات كتبتها للجميع أو لكل الأعضاء سيراها الأصدقاء فقط.
        [many] { $count } منشورًا كتبته للجميع أو لكل الأعضاء سيراه الأصدقاء فقط.
       *[other] { $count } منشور كتبته للجميع أو لكل الأعضاء سيراه الأصدقاء فقط.
    }
privacy-limit-past-self-count =
    { $count ->
        [zero] كل منشوراتك لك وحدك بالفعل. لا شيء يحتاج إلى تغيير.
        [one] منشور واحد يراه الآخرون الآن ستراه أنت وحدك.
        [two] منشوران يراهما الآخرون الآن ستراهما أنت وحدك.
        [few] { $count } منشورات يراها الآخرون الآن ستراها أنت وحدك.
        [many] { $count } منشورًا يراه الآخرون الآن ستراه أنت وحدك.
       *[other] { $count } منشور يراه الآخرون الآن ستراه أنت وحدك.
    }
privacy-limit-past-once = لا يمكن التراجع عن ذلك دفعة واحدة، بل منشورًا منشورًا. وما كتبته في صفحات الآخرين يبقى كما هو.
privacy-blocking = المحظورون والمكتومون والمقيدون
privacy-blocking-hint = من تبتعد عنهم، وطريق العودة.
privacy-blocking-open = إدارة القوائم
privacy-blocked = المحظورون
privacy-blocked-hint = كأن كلًا منكما غير موجود للآخر.
privacy-blocked-empty = لم تحظر أحدًا.
privacy-muted = المكتومون
privacy-muted-hint = لا تظهر منشوراتهم في صفحتك الرئيسية.
privacy-muted-empty = لم تكتم أحدًا.
privacy-restricted = المقيدون
privacy-restricted-hint = أصدقاء لا يرون منك إلا ما يراه الجميع هنا.
privacy-restricted-empty = لم تقيّد أحدًا.
flash-privacy-saved = حُفظت اختياراتك.
privacy-elsewhere = الصور والذكريات وتاريخ الميلاد
privacy-elsewhere-text = لهذه الخيارات صفحات خاصة بها: من يمكنه الإشارة إليك في الصور وهل تراجع ذلك أولًا، وما الذي يعود إليك من السنوات الماضية، ومن يرى تاريخ ميلادك.
privacy-photo-tags = من يمكنه الإشارة إليّ في الصور
