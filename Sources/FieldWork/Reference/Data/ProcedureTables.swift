// Reference data, written by generate_reference.py; change that, not this.
// swift-format-ignore-file
// Sources and licences: NOTICE.md in the folder above.

/// Texts that procedures share: S sector, B publisher, L level, A agency, F fee, T time.
enum ProcedureTables {
  static let text: StaticString = #"""
S	Hải quan
S	Hộ tịch
S	Quản lý xuất nhập cảnh
S	Giáo dục và Đào tạo thuộc hệ thống giáo dục quốc dân
S	Đường bộ
S	Kiểm định chất lượng giáo dục
S	Người có công
S	Thành lập và hoạt động doanh nghiệp (hộ kinh doanh)
S	Thực hiện chính sách BHXH
S	Chi trả các chế độ BHXH
S	Giáo dục tiểu học
S	Bảo trợ xã hội
S	Thực hiện chính sách BHYT
S	Tài nguyên nước
S	Thu BHXH, BHYT, BHTN, BH tai nạn lao động, BNN
S	Hòa giải ở cơ sở
S	Hàng hải và đường thủy nội địa
S	Hạ tầng kỹ thuật
S	Đăng ký, quản lý cư trú
S	Cấp sổ BHXH, thẻ BHYT
S	Nuôi con nuôi
S	Thủy lợi
S	Kinh tế hợp tác và Phát triển nông thôn
S	Nông nghiệp
S	Văn hóa
S	Thủy sản
S	Khiếu nại, tố cáo
S	Thành lập và hoạt động của tổ hợp tác, hợp tác xã, liên hiệp hợp tác xã
S	Trẻ em
S	Thi, tuyển sinh
S	Bảo hiểm
S	Điện
S	Chính quyền địa phương
S	Di sản văn hóa
S	Thuế
S	Lâm nghiệp và Kiểm lâm
S	Thi đua – Khen thưởng
S	Trồng trọt
S	Nhà ở và công sở
S	Hoạt động xây dựng
S	Giao thông vận tải
S	Quản lý chất lượng công trình xây dựng
S	Quản lý Đê điều và Phòng, chống thiên tai
S	Cấp, quản lý căn cước
S	Tổ chức cán bộ
S	Môi trường
S	Định danh và xác thực điện tử
S	Đăng ký biện pháp bảo đảm
S	Giảm nghèo
S	Gia đình
S	Công tác dân tộc
S	Công chức, viên chức
S	Thi đua, khen thưởng
S	Việc làm (G07-LĐ11)
S	Tổ chức, cán bộ
S	Chính sách
S	Tài sản kết cấu hạ tầng chợ do Nhà nước đầu tư, quản lý
S	Đăng ký, quản lý phương tiện giao thông cơ giới, xe máy chuyên dùng
S	Tín ngưỡng, tôn giáo
S	Kiểm lâm
S	Đất đai
S	Phòng, chống tệ nạn xã hội
S	Chăn nuôi
S	Giáo dục trung học
S	Giáo dục thường xuyên
S	Giáo dục mầm non
S	Các cơ sở giáo dục khác
S	Tài chính đất đai
S	Quản lý thuế, phí, lệ phí và thu khác của ngân sách nhà nước
S	Ứng phó sự cố tràn dầu BQP
S	Nghĩa vụ quân sự
S	Chính sách BQP
S	Hỗ trợ doanh nghiệp nhỏ và vừa
S	Quản lý vũ khí, vật liệu nổ, công cụ hỗ trợ và pháo
S	Quản lý biên giới
S	Quản lý nhà nước về hội, quỹ
S	An toàn, vệ sinh lao động
S	Quản lý lao động ngoài nước
S	Phát thanh, truyền hình và thông tin điện tử
S	An toàn thực phẩm
S	Thú y
S	Thi đua - khen thưởng
S	Quy hoạch đô thị và nông thôn
S	Bảo hiểm y tế
S	Việc làm
S	Địa chất và khoáng sản
S	Lao động
S	Viễn thông và Internet
S	Quản lý công sản
S	Giáo dục nghề nghiệp (G07-LĐ06)
S	Du lịch
S	Quản lý chương trình mục tiêu quốc gia
S	Nông nghiệp và Môi trường
S	Tổ chức cai nghiên ma túy và quản lý sau cai nghiện
S	Quản lý kết cấu hạ tầng giao thông
S	Quản lý ngành nghề đầu tư, kinh doanh có điều kiện về an ninh, trật tự
S	Đăng ký, quản lý con dấu
S	Điện lực
S	Phòng cháy, chữa cháy
S	Bảo tồn thiên nhiên và Đa dạng sinh học
S	An toàn đập, hồ chứa thuỷ điện
S	Thể dục thể thao
S	Chứng thực
S	Quản lý chất lượng nông lâm sản và thủy sản
S	Lao động, tiền lương
S	Bồi thường nhà nước
S	Thành lập và hoạt động của tổ hợp tác
S	Bảo hiểm xã hội
S	bảo vệ quyền lợi người tiêu dùng
S	Hỗ trợ tổ hợp tác, hợp tác xã, liên hiệp hợp tác xã
S	Dân số, Bà mẹ - Trẻ em
S	Kho bạc Nhà nước
S	Tòa án
S	Công nghiệp địa phương
S	Sát hạch, cấp giấy phép lái xe
S	Biển và hải đảo
S	Xuất Bản, In và Phát hành
S	Giáo dục dân tộc
S	Đầu tư tại Việt nam
B	Bộ Tài chính
B	Bộ Tư pháp
B	Bộ Công an
B	Bộ Giáo dục và Đào tạo
B	Bộ Xây dựng
B	Bộ Nội vụ
B	Bộ Y tế
B	Bộ Nông nghiệp và Môi trường
B	Bộ xây dựng (Giao thông vận tải cũ)
B	Bộ Văn hóa, Thể thao và Du lịch
B	UBND tỉnh Thanh Hóa
B	UBND tỉnh Bắc Ninh
B	UBND Thành phố Đà Nẵng
B	UBND tỉnh Lạng Sơn
B	UBND tỉnh Tuyên Quang
B	UBND tỉnh Thái Nguyên
B	
B	UBND tỉnh Lâm Đồng
B	UBND Thành phố Huế
B	Bộ Dân tộc và Tôn giáo
B	UBND tỉnh Lào Cai
B	UBND tỉnh Điện Biên
B	Bộ Công thương
B	Sở Xây dựng - tỉnh Quảng Ngãi
B	Bộ Quốc phòng
B	UBND tỉnh Đắk Lắk
B	UBND tỉnh Đồng Tháp
B	UBND tỉnh Quảng Ngãi
B	UBND tỉnh Sơn La
B	UBND tỉnh Hà Tĩnh
B	UBND tỉnh Gia Lai
B	UBND Thành phố Hải Phòng
B	UBND tỉnh Cao Bằng
B	UBND tỉnh Vĩnh Long
B	Trung tâm phục vụ hành chính công Thành phố Hà Nội
B	UBND tỉnh Cà Mau
B	UBND tỉnh Quảng Ninh
B	UBND Thành phố Đồng Nai
B	UBND Thành phố Hà Nội
B	UBND tỉnh Lai Châu
B	UBND tỉnh Phú Thọ
B	UBND tỉnh Tây Ninh
B	Tòa án nhân dân
B	UBND tỉnh Ninh Bình
B	UBND tỉnh Nghệ An
L	Cấp xã, Cơ quan ngành dọc
L	Cấp xã
L	Cấp tỉnh, Cấp xã
L	Cấp bộ, Cấp tỉnh, Cấp xã, Cơ quan ngành dọc
L	Cấp bộ, Cấp xã, Cơ quan ngành dọc
L	Cấp tỉnh, Cấp xã, Cơ quan ngành dọc
L	Cấp tỉnh, Cấp xã, Cơ quan khác
L	Cấp bộ, Cấp tỉnh, Cấp xã
L	Cấp bộ, Cơ quan ngành dọc
L	Cấp xã, Cơ quan khác
L	Cấp bộ, Cấp tỉnh, Cấp xã, Cơ quan khác
L	Cấp bộ, Cấp xã
A	
A	Ủy ban Nhân dân xã, phường, thị trấn.
A	Ủy ban nhân dân cấp xã
A	Ủy ban Nhân dân xã, phường, thị trấn., Sở Nội vụ
A	Chủ tịch UBND cấp xã
A	Công an cấp Xã
A	Cơ sở trợ giúp xã hội
A	Công an cấp Tỉnh, Bộ Công an, Công an cấp Xã
A	Sở Nội vụ
A	Ủy ban nhân dân cấp xã; Sở Nội Vụ
A	Cục cảnh sát quản lý hành chính về trật tự, xã hội
A	Chủ tịch Ủy ban nhân dân xã, Chi nhánh Văn phòng đăng ký đất đai, Văn phòng đăng ký đất đai
A	Chủ tịch Ủy ban nhân dân xã
A	Chi nhánh Văn phòng đăng ký đất đai, Chủ tịch Ủy ban nhân dân xã, Văn phòng đăng ký đất đai
A	Chi nhánh Văn phòng đăng ký đất đai, Văn phòng đăng ký đất đai, Chủ tịch Ủy ban nhân dân xã
A	Công an cấp Xã, Cơ sở trợ giúp xã hội, Chủ tịch Ủy ban nhân dân xã
A	Cơ quan quản lý cơ sở dữ liệu hộ tịch điện tử
A	Cơ quan đại diện có thẩm quyền, Tổ chức hành nghề công chứng
A	Cơ quan, tổ chức đang quản lý sổ gốc
A	Công đoàn cơ quan BHXH Việt Nam
A	Ủy ban Nhân dân xã, phường, thị trấn., Sở Nội vụ, Chủ tịch ủy ban nhân dân cấp tỉnh
A	Công an cấp Xã, Công an cấp Tỉnh
A	Sở Nội Vụ
A	Cơ quan quản lý cơ sở dữ liệu hộ tịch điện tử, Sở Tư pháp Thành phố Hà Nội
A	Trường Trung học cơ sở
F	20000 Theo khoản 1 Điều 3 Thông tư số 172/2010/TT-BTC ngày 02/11/2010 của Bộ Tài chính hướng dẫn…
F	20 20.000 vnđ /tờ khai
F	Mức lệ phí cụ thể do Hội đồng nhân dân tỉnh, thành phố trực thuộc Trung ương quyết định. M…
F	Đồng (Mức lệ phí cụ thể do Hội đồng nhân dân tỉnh, thành phố trực thuộc Trung ương quyết đ…
F	(Mức lệ phí cụ thể do Hội đồng nhân dân tỉnh, thành phố trực thuộc Trung ương quyết định.
F	Miễn lệ phí. Phí cấp bản sao Trích lục kết hôn (nếu có yêu cầu) thực hiện theo quy định tạ…
F	(Miễn lệ phí. Phí cấp bản sao Trích lục kết hôn (nếu có yêu cầu) thực hiện theo quy định t…
F	Mức lệ phí (nếu có) theo quy định của Hội đồng nhân dân cấp tỉnh.
F	20000
F	150000 - Mức lệ phí cụ thể do Hội đồng nhân dân tỉnh quyết định (căn cứ quy định tại Thông tư số…
F	50000 - Mức lệ phí cụ thể do Hội đồng nhân dân tỉnh quyết định (căn cứ quy định tại Thông tư số…
F	Không quy định
F	Phí xác nhận kháng nghị hàng hải đối với tàu thuyền hoạt động hàng hải nội địa
F	5000 - Gia hạn tạm trú (cá nhân, hộ gia đình): + Trường hợp công dân nộp hồ sơ qua cổng dịch v…
F	7000
F	10000 - Gia hạn tạm trú theo danh sách: + Trường hợp công dân nộp hồ sơ trực tiếp thu 10.000 đồn…
F	15000
F	4500000 (bốn triệu năm trăm nghìn việt nam đồng)Lệ phí đăng ký nuôi con nuôi
F	5000 5.000đ/giấy thông hành (Thông tư số 25/2021/TT-BTC ngày 07/4/2021 của Bộ Tài chính).
F	40 4.000 đ/giấy thông hành (áp dụng đến hết ngày 31/12/2026 theo Thông tư số 64/2025/TT-BTC n…
F	100000 Phí Thẩm tra, thẩm định: 100.000 đồng/lần
F	70000 70.000 đồng/Giấy chứng nhận
F	70000 70.000 đồng/Giấy chứng nhận.
F	7000 - Đăng ký tạm trú (cá nhân, hộ gia đình): + Trường hợp công dân nộp hồ sơ qua cổng dịch vụ…
F	5000 - Đăng ký tạm trú theo danh sách: + Trường hợp công dân nộp hồ sơ qua cổng dịch vụ công tr…
F	Miễn phí Đồng - Trường hợp công dân thuộc diện được miễn phí theo quy định tại Điều 4 Thôn…
F	10000 - Đăng ký tạm trú theo danh sách: + Trường hợp công dân nộp hồ sơ trực tiếp thu 10.000 đồn…
F	15000 Đăng ký tạm trú (cá nhân, hộ gia đình): + Trường hợp công dân nộp hồ sơ trực tiếp thu 15.0…
F	10000 Trường hợp công dân nộp hồ sơ qua cổng dịch vụ công trực tuyến thu 10.000 đồng/lần đăng ký…
F	20000 Trường hợp công dân thuộc diện được miễn phí theo quy định tại Điều 4 Thông tư số 75/2022/…
F	Phí cấp bản sao Trích lục đăng ký giám hộ (nếu có yêu cầu) thực hiện theo quy định tại Thô…
F	Phí cấp bản sao Trích lục đăng ký chấm dứt giám hộ (nếu có yêu cầu) thực hiện theo quy địn…
F	Miễn lệ phí cho người thuộc gia đình có công với cách mạng; người thuộc hộ nghèo; người kh…
F	- Mức lệ phí cụ thể do Hội đồng nhân dân tỉnh quyết định (căn cứ quy định tại Thông tư số…
F	Lệ phí : Đồng (- Mức lệ phí cụ thể do Hội đồng nhân dân tỉnh quyết định (căn cứ quy định t…
F	Mức lệ phí (nếu có) theo quyết định của Hội đồng nhân dân cấp tỉnh.
F	Mức lệ phí (nếu có) theo quyết định của Hội đồng nhân dân cấp tỉnh
F	Mức lệ phí (nếu có) theo quyết định của Hội đồng nhân dân cấp tỉnh.)
F	Phí : Đồng Từ ngày 01/7/2025 đến hết ngày 31/12/2026 áp dụng theo quy định tại Thông tư số…
F	- Mức lệ phí cụ thể do Hội đồng nhân dân cấp tỉnh quyết định (căn cứ quy định tại Thông tư…
F	Lệ phí : Đồng (- Mức lệ phí cụ thể do Hội đồng nhân dân cấp tỉnh quyết định (căn cứ quy đị…
F	70000 70.000 đồng/giấy
F	20
F	200 200.000 vnđ / tờ khai độc lập (đối với vận chuyển hàng quá cảnh)
F	20 20.000 vnđ/tờ khai
F	20 20.000 đồng
F	200000
F	20 20.000 đ/tờ khai
F	20 20.000Đ/tờ khai
F	20 20.000 đ/tờ khai (Thông tư số 172/2010/TT-BTC). Không lệ phí trong trường hợp chuyển sang…
F	20 lệ phí hải quan 20.000 đồng/ tờ khai hải quan.
F	20 đối với 1 tờ khai
F	20 20.000 vnđ / tờ khai
F	từ 20.000 đồng đối với hàng hóa xuất khẩu, nhập khẩu; 200.000 đồng đối với hàng quá cảnh…
F	Không
F	500000 Lệ phí đối với phương tiện quá cảnh đường thủy (tàu): 500.000 đồng/phương tiện.
F	500 đối với phương tiện quá cảnh đường thuỷ
F	200 đối với phương tiện quá cảnh đường bộ (ô tô)
F	50 Phí hải quan 50USD/chuyến bay đến đối với chuyến bay của nước ngoài đến cảng hàng không Vi…
F	Lệ phí đối với phương tiện quá cảnh đường thủy (tàu): 500.000 đồng/phương tiện.
F	500 Lệ phí đối với phương tiện quá cảnh đường thủy (tàu):
F	100000
F	50000
F	100000 (Phí Thẩm tra, thẩm định
F	100000 Phí Thẩm tra, thẩm định: 100.000 đồng/lần.
F	Không có.
F	10000 Trường hợp công dân nộp hồ sơ trực tiếp thu 10.000 đồng/lần đăng ký;
F	Trường hợp công dân thuộc diện được miễn phí theo quy định tại Điều 4 Thông tư số 75/2022/…
F	5000 Trường hợp công dân nộp hồ sơ qua cổng dịch vụ công trực tuyến thu 5000 đồng/lần đăng ký;…
F	Áp dụng mức thu theo mức phí quy định tại Thông tư số 48/2022/TT-BTC ngày 03/8/2022 của Bộ…
F	Hội đồng nhân dân cấp tỉnh quyết định đối với hoạt động đăng ký do cơ quan địa phương thực…
F	500000 Dưới 100 thí sinh mức thu 500.000 đồng/thí sinh/lần dự thi
F	400000 Từ 100 đến dưới 500 thí sinh mức thu 400.000 đồng/thí sinh/lần dự thi;­
F	300000 Từ 500 thí sinh trở lên mức thu 300.000 đồng/thí sinh/lần dự thi.
F	- Dưới 100 thí sinh mức thu 500.000 đồng/thí sinh/lần dự thi; - Từ 100 đến dưới 500 thí s…
F	Dưới 100 thí sinh mức thu 500.000 đồng/thí sinh/lần dự thi; - Từ 100 đến dưới 500 thí sin…
F	Chưa quy định.
F	Thông tư số 60/2023/TT-BTC ngày 07/9/2023 của Bộ Tài chính quy định mức thu, chế độ thu, n…
F	25 25.000.000đ/giấy thông hành (áp dụng đến hết ngày 31/12/2026 theo Thông tư số 64/2025/TT-B…
F	50 50.000đ/giấy thông hành (Thông tư số 25/2021/TT-BTC ngày 07/4/2021 của Bộ Tài chính).
F	Theo quy định của Luật phí và lệ phí và các văn bản quy phạm pháp luật hướng dẫn Luật phí…
F	Không quy định.
F	Theo quy định của Hội đồng nhân dân cấp tỉnh
F	Theo quy định của Hội đồng nhân dân cấp tỉnh.
F	Từ ngày 01/7/2025 đến hết ngày 31/12/2026 áp dụng theo quy định tại Thông tư số
F	50000 Trường hợp nộp hồ sơ theo hình thức trực tuyến (kể từ 01/01/2024 đến hết ngày 31/12/2025)
F	20000 hàng hóa gửi kho ngoại quan thu lệ phí làm thủ tục hải quan một lần khi làm thủ tục nhập k…
F	Theo quy định của Bộ Tài chính
F	3 Theo quy địnhThông tư số 138/2016/TT-BTC ngày 16/9/2016 của Bộ Tài chính quy định mức thu,…
F	30000 Theo quy địnhThông tư số 138/2016/TT-BTC ngày 16/9/2016 của Bộ Tài chính quy định mức thu,…
F	20000 Người Việt Nam và người nước ngoài từ 16 tuổi trở lên xuống tàu thuyền nước ngoài: 20.000…
F	10000 Người Việt Nam và nước ngoài dưới 16 tuổi xuống tàu thuyền nước ngoài: 10.000 đồng/Giấy ph…
F	20000 Người điều khiển phương tiện Việt Nam, nước ngoài cập mạn tàu thuyền nước ngoài: 20.000 đồ…
F	5 Đối với thuyền viên nghỉ qua đêm trên bờ: 05 USD/Giấy phép (trừ trường hợp được miễn lệ ph…
F	30000 Đối với thuyền viên xuống tàu thuyền khác đang neo đậu tại cảng: 30.000 đồng/Giấy phép (1,…
F	250000 Phí đối với cơ sở sản xuất nhỏ lẻ được cấp giấy chứng nhận cơ sở đủ điều kiện ATTP: 250.00…
F	350000 Phí thẩm định cơ sở kinh doanh dịch vụ ăn uống dưới 200 suất ăn: 350.000/lần/cơ sở
F	500000 Phí thẩm định cơ sở kinh doanh thực phẩm: 500.000/lần/cơ sở
F	500000 Phí thẩm định cơ sở kinh doanh dịch vụ ăn uống từ 200 suất ăn trở lên: 500.000/lần/cơ sở…
F	1250000 Phí đối với cơ sở sản xuất khác (bao gồm cả cơ sở vừa sản xuấy vừa kinh doanh) được cấp gi…
F	Mức lệ phí (nếu có) theo quy định của Hội đồng nhân dân cấp tỉnh
F	50000 - Cấp đổi thẻ căn cước đối với các trường hợp quy định tại khoản 1 Điều 24 Luật Căn cước:…
F	Trả phí cho đơn vị cung cấp dịch vụ.
F	70000 - Cấp lại thẻ căn cước đối với các trường hợp quy định tại khoản 2 Điều 24 Luật Căn cước:…
F	500000 Dưới 100 thí sinh mức thu 500.000 đồng/thí sinh/lần dự thi.
F	400000 Từ 100 đến dưới 500 thí sinh mức thu 400.000 đồng/thí sinh/lần dự thi.
F	500000 Dưới 100 thí sinh mức thu 500.000 đồng/thí sinh
F	400000 Từ 100 đến dưới 500 thí sinh mức thu 400.000 đồng/thí sinh
F	300000 Từ 500 thí sinh trở lên mức thu 300.000 đồng/thí sinh
F	- Theo quy định của Bộ trưởng Bộ Y tế đối với các cơ sở khám bệnh, chữa bệnh thuộc Bộ Y tế…
F	Theo quy định tại các văn bản hướng dẫn Luật Phí và lệ phí thuộc thẩm quyền quyết định của…
F	Phí : Theo quy định tại các văn bản hướng dẫn Luật Phí và lệ phí thuộc thẩm quyền quyết đị…
F	- 03 ngày làm việc, kể từ ngày nhận đủ hồ sơ trong trường hợp không chấp thuận nhu cầu sử…
F	Theo quy định
F	25000 25.000đ/giấy thông hành (áp dụng đến hết ngày 31/12/2026 theo Thông tư số 64/2025/TT-BTC n…
F	50000 50.000đ/giấy thông hành (Thông tư số 25/2021/TT-BTC ngày 07/4/2021 của Bộ Tài chính)
F	50000 0.000đ/giấy thông hành (Thông tư số 25/2021/TT-BTC ngày 07/4/2021 của Bộ Tài chính)
F	50000 50.000đ/giấy thông hành (Thông tư số 25/2021/TT-BTC ngày 07/4/2021 của Bộ Tài chính).
F	Thực hiện như phương thức thanh toán lệ phí đăng ký kinh doanh đối với hợp tác xã, liên hi…
F	150000
F	2000 Phí/Lệ phí
F	Đồng
F	300000
F	nộp phí, lệ phí theo quy định của pháp luật về phí, lệ phí thì người sử dụng đất nộp phí,…
F	Nghị quyết số 09/2025/NQ-HĐND ngày 27/10/2025 của Hội đồng nhân dân tỉnh Gia Lai quy định…
F	Nộp phí, lệ phí theo quy định của pháp luật về phí, lệ phí thì người sử dụng đất nộp phí,…
F	Nghị quyết số 09/2025/NQ-HĐND ngày 27/10/2025 của Hội đồng nhân dân tỉnh Gia Lai
F	Nghị quyết số 09/2025/NQ-HĐND ngày 27/10/2025.
F	09/2025/NQ-HĐND
F	Theo quy định tại Nghị quyết số 09/2025/NQ-HĐND ngày 27/10/2025 của Hội đồng nhân dân tỉnh…
F	100000 - Đất ở của cá nhân - Diện tích dưới 500 m2: 100.000 đồng/hồ sơ.
F	150000 - Đất ở của cá nhân - Diện tích từ 500 m2 trở lên: 150.000 đồng/hồ sơ.
F	500000 - Giao đất, cho thuê đất các tổ chức, cá nhân sử dụng vào mục đích sản xuất kinh doanh + D…
F	1000000 - Giao đất, cho thuê đất các tổ chức, cá nhân sử dụng vào mục đích sản xuất kinh doanh: Di…
F	3000000 - Giao đất, cho thuê đất các tổ chức, cá nhân sử dụng vào mục đích sản xuất kinh doanh: +…
F	7500000 - Giao đất, cho thuê đất các tổ chức, cá nhân sử dụng vào mục đích sản xuất kinh doanh: Di…
F	100000 áp dụng mức thu bằng 50% mức thu quy định theo Nghị quyết số 86/2025/NQ-HĐND ngày 10/12/20…
F	150000 áp dụng mức thu bằng 50% mức thu quy định theo Nghị quyết số 86/2025/NQ-HĐND ngày 10/12/20…
F	500000 áp dụng mức thu bằng 50% mức thu quy định theo Nghị quyết số 86/2025/NQ-HĐND ngày 10/12/20…
F	1000000 áp dụng mức thu bằng 50% mức thu quy định theo Nghị quyết số 86/2025/NQ-HĐND ngày 10/12/20…
F	3000000 áp dụng mức thu bằng 50% mức thu quy định theo Nghị quyết số 86/2025/NQ-HĐND ngày 10/12/20…
F	7500000 áp dụng mức thu bằng 50% mức thu quy định theo Nghị quyết số 86/2025/NQ-HĐND ngày 10/12/20…
F	1000000 - Giao đất, cho thuê đất các tổ chức, cá nhân sử dụng vào mục đích sản xuất kinh doanh+ Di…
F	3000000 - Giao đất, cho thuê đất các tổ chức, cá nhân sử dụng vào mục đích sản xuất kinh doanh + D…
F	7500000 - Giao đất, cho thuê đất các tổ chức, cá nhân sử dụng vào mục đích sản xuất kinh doanh + D…
F	Theo Quyết định số 2252/QĐ-VP ngày 02/7/2026 của Văn phòng Ủy ban nhân dân tỉnh Thanh Hóa…
F	Tra cứu tại Quyết định số 2252/QĐ-VP ngày 02/7/2026
F	25000 Lệ phí cấp Giấy chứng nhận: Cấp đổi, cấp lại Giấy chứng nhận (Đất)
F	25000 Lệ phí cấp Giấy chứng nhận: Cấp đổi, cấp lại Giấy chứng nhận (Tài sản)
F	30000 Lệ phí cấp Giấy chứng nhận: Cấp đổi, cấp lại Giấy chứng nhận (Đất+Tài sản)
F	25000 Lệ phí cấp Giấy chứng nhận: Đăng ký biến động trên Giấy chứng nhận đã cấp (Đất)
F	25000 Lệ phí cấp Giấy chứng nhận: Đăng ký biến động trên Giấy chứng nhận đã cấp (Tài sản))
F	30000 Lệ phí cấp Giấy chứng nhận: Đăng ký biến động trên Giấy chứng nhận đã cấp (Đất+Tài sản))
F	100000 Phí thẩm định hồ sơ: Cấp đổi, cấp lại Giấy chứng nhận (Đất)
F	100000 Phí thẩm định hồ sơ: Cấp đổi, cấp lại Giấy chứng nhận (Tài sản))
F	115000 Phí thẩm định hồ sơ: Cấp đổi, cấp lại Giấy chứng nhận (Đất+Tài sản))
F	125000 Phí thẩm định hồ sơ: Đăng ký biến động trên Giấy chứng nhận đã cấp (Đất)
F	155000 Phí thẩm định hồ sơ: Đăng ký biến động trên Giấy chứng nhận đã cấp (Tài sản)
F	170000 Phí thẩm định hồ sơ: Đăng ký biến động trên Giấy chứng nhận đã cấp (Đất+Tài sản)
F	Chi tiết tại văn bản kèm theo
F	Chi tiết tại Biểu phí, lệ phí kèm theo
F	Do Hội đồng nhân dân tỉnh quy định
F	Hội đồng nhân dân cấp tỉnh quy định.
F	Phí thẩm định: + Hộ gia đình, cá nhân: Đối với đất ở: 150.000 đồng/hồ sơ; Đối với đất sản…
F	Lệ phí cấp giấy chứng nhận: - Mức thu áp dụng đối với cá nhân tại các phường: + Cấp mới 25…
F	Phí thẩm định: Đối với đất ở: 150.000 đồng/hồ sơ; Đối với đất sản xuất, kinh doanh: 200.0…
F	Lệ phí cấp giấy chứng nhận: - Mức thu áp dụng đối với cá nhân tại các phường: + Cấp lại (k…
F	Phí thẩm định: + Các tổ chức: 200.000 đồng/hồ sơ. + Các dự án: Dưới 02 ha: 1.500.000 đồng…
F	Lệ phí cấp giấy chứng nhận: + Cấp mới 100.000 đồng/GCN (chỉ có quyền sử dụng đất); 500.000…
F	Phí thẩm định: + Đối với đất ở: 150.000 đồng/hồ sơ; Đối với đất sản xuất, kinh doanh: 200…
F	* Phí thẩm định: + Hộ gia đình, cá nhân: Đối với đất ở: 150.000 đồng/hồ sơ; Đối với đất s…
F	Theo mức thu lệ phí do Hội đồng nhân dân cấp tỉnh quy định. Miễn lệ phí cho người thuộc gi…
F	8000
F	2000 /trang
F	10 /bản
F	10000 /trường hợp
F	30000 /giao dịch
F	25000 /giao dịch
F	2000 2.000 đồng/trang; từ trang thứ 3 trở lên thu 1.000 đồng/trang, tối đa thu không quá 200.00…
F	50000 /văn bản
F	50000 /di chúc
F	50000 /giao dịch
F	hàng hóa gửi kho ngoại quan thu lệ phí làm thủ tục hải quan một lần khi làm thủ tục nhập k…
F	400000 Lệ phí : 400.000 Đồng (Mức thu lệ phí: 400.000đ/trường hợp. Miễn lệ phí đăng ký nuôi con n…
F	400000 Mức thu lệ phí: 400.000đ/trường hợp. Miễn lệ phí đăng ký nuôi con nuôi trong nước đối với…
F	700 Phí thẩm định cấp giấy chứng nhận an toàn thực phẩm đối với cơ sở sản xuất kinh doanh thực…
F	Không có
F	8000 8.000 đồng/Văn bản xác nhận về một việc hộ tịch của cá nhân đã đăng ký. Miễn lệ phí cho ng…
F	8000 8.000 đồng/Văn bản xác nhận về một việc hộ tịch của cá nhân đã đăng ký.Miễn lệ phí cho ngư…
F	- Mức lệ phí (nếu có) theo quyết định của Hội đồng nhân dân cấp tỉnh. - Không thu lệ phí đ…
F	Không thu lệ phí đăng ký đối với tổ hợp tác theo quy định tại khoản 2 Điều 22 Luật Hợp tác…
F	- Không thu lệ phí đăng ký đối với tổ hợp tác theo quy định tại khoản 2 Điều 22 Luật Hợp t…
F	Mức lệ phí (nếu có) theo quyết định của Hội đồng nhân dân cấp tỉnh. Không thu lệ phí đăng…
F	Phí cấp bản sao Trích lục đăng ký chấm dứt giám sát việc giám hộ (nếu có yêu cầu) thực hiệ…
F	Phí cấp bản sao Trích lục đăng ký giám sát việc giám hộ (nếu có yêu cầu) thực hiện theo qu…
F	Theo mức thu lệ phí do Hội đồng nhân dân cấp tỉnh quy định. Mẫu hộ tịch điện tử tương tác…
T	Không phải trả kết quả cho người nộp thuế
T	Không quy định
T	Hệ thống giải quyết thủ tục hành chính ngành Thuế thực hiện phản hồi tự động thông qua phương thức điện tử.
T	Hệ thống giải quyết thủ tục hành chính ngành Thuế thực hiện phản hồi tự động thông qua phương thức điện tử
T	Không
T	3.5 WORKING_DAY
T	7.5 WORKING_DAY
T	17.5 WORKING_DAY
T	26.5 WORKING_DAY
T	21.5 WORKING_DAY
T	8.5 WORKING_DAY
T	22.5 WORKING_DAY
T	Theo mô tả
T	Không quá 05 ngày kể từ ngày nhận đủ hồ sơ hợp lệ. Các cơ quan liên quan đến quá trình thực hiện trình tự, thủ tục không được quy định thêm thủ tục và không được thực hiện thêm bất kỳ thủ tục nào khác ngoài thủ tục quy định nêu trên.
T	Không quá 10 ngày làm việc Đối với các xã miền núi, vùng sâu, vùng xa, vùng có điều kiện kinh tế - xã hội khó khăn, vùng có điều kiện kinh tế - xã hội đặc biệt khó khăn thì thời gian thực hiện được tăng thêm không quá 10 ngày so với tổng thời gian thực hiện thủ tục này.
T	Không quá 30 ngày kể từ ngày nhận đủ hồ sơ hợp lệ. Các cơ quan liên quan đến quá trình thực hiện trình tự, thủ tục không được quy định thêm thủ tục và không được thực hiện thêm bất kỳ thủ tục nào khác ngoài thủ tục quy định nêu trên.
T	Thời gian thực hiện việc thẩm định, phê duyệt phương án sử dụng đất kết hợp không quá 15 ngày.
T	Thời gian thực hiện việc thẩm định, phê duyệt phương án sử dụng đất kết hợp không quá 15 ngày
T	Không quá 15 ngày kể từ ngày nhận đủ hồ sơ hợp lệ. Các cơ quan liên quan đến quá trình thực hiện trình tự, thủ tục không được quy định thêm thủ tục và không được thực hiện thêm bất kỳ thủ tục nào khác ngoài thủ tục quy định nêu trên.
T	- Thời gian thu hồi Giấy chứng nhận đã cấp không quá 25 ngày làm việc. - Thời gian thực hiện đăng ký, cấp lại Giấy chứng nhận sau thu hồi không quá 23 ngày làm việc (trong đó đăng ký đất đai, tài sản gắn liền với đất lần đầu là không quá 20 ngày làm việc; cấp Giấy chứng nhận là không quá 03 ngày làm việc) đối với trường hợp thu hồi Giấy chứng nhận đã cấp lần đầu. Đối với các xã miền núi, vùng sâu, vùng xa, vùng có điều kiện kinh tế - xã hội khó khăn, vùng có điều kiện kinh tế - xã hội đặc biệt khó khăn thì thời gian thực hiện được tăng thêm không quá 10 ngày so với tổng thời gian thực hiện thủ tục này.
T	Không quá 07 ngày kể từ ngày nhận đủ hồ sơ hợp lệ.
T	Đăng ký đất đai, tài sản gắn liền với đất lần đầu là không quá 20 ngày làm việc.
T	- Trong thời hạn 15 ngày kể từ ngày nhận được hồ sơ hợp lệ, cơ quan có chức năng quản lý đất đai cấp xã phải có văn bản thẩm định trình cấp có thẩm quyền xem xét. - Trong thời hạn không quá 05 ngày làm việc kể từ ngày nhận được văn bản thẩm định do cơ quan có chức năng quản lý đất đai cấp xã trình, cấp có thẩm quyền xem xét và có văn bản chấp thuận hoặc không chấp thuận.
T	Không quá 03 ngày làm việc (không tính thời gian cơ quan có thẩm quyền xác định nghĩa vụ tài chính về đất đai, thời gian thực hiện nghĩa vụ tài chính của người sử dụng đất)
T	Không quá 15 ngày.
T	Không quá 35 ngày kể từ ngày nhận đủ hồ sơ hợp lệ
T	Thời hạn giải quyết đối với trường hợp tặng cho quyền sử dụng đất là không quá 10 ngày làm việc.
"""#
}
