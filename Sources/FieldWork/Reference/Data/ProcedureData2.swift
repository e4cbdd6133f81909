// Reference data, written by generate_reference.py; change that, not this.
// swift-format-ignore-file
// Sources and licences: NOTICE.md in the folder above.

/// Procedures: the fields are listed in Procedures.swift.
enum ProcedureData2 {
  static let text: StaticString = #"""
1.013962	Giao đất ở có thu tiền sử dụng đất không thông qua đấu giá, không đấu thầu lựa chọn nhà đầu tư thực hiện dự án có sử dụng đất đối với cá nhân là cán bộ, công chức, viên chức, sĩ quan tại ngũ, quân nhân chuyên nghiệp, công chức quốc phòng, công nhân và viên chức quốc phòng, sĩ quan, hạ sĩ quan, công nhân công an, người làm công tác cơ yếu và người làm công tác khác trong tổ chức cơ yếu hưởng lương từ ngân sách nhà nước mà chưa được giao đất ở, nhà ở; giáo viên, nhân viên y tế đang công tác tại các xã biên giới, hải đảo thuộc vùng có điều kiện kinh tế - xã hội khó khăn, vùng có điều kiện kinh tế - xã hội đặc biệt khó khăn nhưng chưa có đất ở, nhà ở tại nơi công tác hoặc chưa được hưởng chính sách hỗ trợ về nhà ở theo quy định của pháp luật về nhà ở; cá nhân thường trú tại xã mà không có đất ở và chưa được Nhà nước giao đất ở hoặc chưa được hưởng chính sách hỗ trợ về nhà ở theo quy định của pháp luật về nhà ở		60	7	1	DOP	DOP35D	DOP80	P	1				0		2026-07
1.013965	Sử dụng đất kết hợp đa mục đích, gia hạn phương án sử dụng đất kết hợp đa mục đích.		60	7	1	DOP	OP15D,D25D	DOP81	P	4				0		2026-07
1.013967	Giải quyết tranh chấp đất đai thuộc thẩm quyền của Chủ tịch Ủy ban nhân dân cấp xã	Settlement of land dispute by commune chairman	60	7	1	DOP	OP45D,D60D	DOP80	P	5			86	12	019d2bfa-8671-7318-8ef7-15304f36d400	2026-07-18
1.013978	Đăng ký đất đai, tài sản gắn liền với đất, cấp Giấy chứng nhận quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất lần đầu đối với hộ gia đình, cá nhân, cộng đồng dân cư, người gốc Việt Nam định cư ở nước ngoài	First land registration and certificate: household/individual	60	7	1	DOP	O17W,P20W,D27W	DOP80	P	23	17	17	84	11	019d2bfa-8678-770b-8917-1872078767cd	2026-07-18
1.013979	Tặng cho quyền sử dụng đất cho Nhà nước hoặc cộng đồng dân cư hoặc mở rộng đường giao thông đối với trường hợp thửa đất chưa được cấp Giấy chứng nhận	Donation of land-use right for roads/community (no certificate yet)	60	7	1	DOP	OP10W,D20W	DOP81	P	1	20	20	85	14	019d2bfa-8673-706e-96e4-fd2b840004ba	2026-07-18
1.013997	Hỗ trợ cơ sở sản xuất bị thiệt hại do dịch bệnh động vật (cơ sở sản xuất không thuộc lực lượng vũ trang nhân dân)		80	7	1	D	D25W		N	1	25	25		0		2026-07
1.014005	Chấp thuận thiết kế nút giao đấu nối vào đường địa phương đang khai thác		4	28	2	DOP	DOP7W		F	3	7	7		0		2026-07
1.014006	Cấp phép thi công nút giao đấu nối vào đường địa phương đang khai thác		4	28	2	DOP	DOP7W		F	2	7	7		0		2026-07
1.014019	Lựa chọn dự án, kế hoạch liên kết theo chuỗi giá trị trong sản xuất, tiêu thụ sản phẩm nông nghiệp thuộc các chương trình mục tiêu quốc gia giai đoạn 2021-2025 trên địa bàn tỉnh Sơn La (cấp xã)		23	28	1	DOP	DOP20W		F	5	20	20		0		2026-07
1.014023	Hỗ trợ phát triển sản xuất cộng đồng.		23	28	1	DOP	DOP20W		F	1	20	20		0		2026-07
1.014027	Thực hiện, điều chỉnh, thôi hưởng trợ cấp hưu trí xã hội	Social pension allowance: grant, adjust, stop	11	6	1	DOP	DOP10W		P	1	10	10	53	2	019d2bff-2d80-74d8-8515-90f6f61822f0	2026-07-18
1.014028	Hỗ trợ chi phí mai táng đối với đối tượng hưởng trợ cấp hưu trí xã hội	Funeral cost support, social-pension beneficiary	11	6	1	DOP	DOP3W		P	1	3	3	55	2	019d2bff-3508-7268-b54b-6ce79a8cbf0e	2026-07-18
1.014030	Thủ tục kê khai và nộp thuế đã khấu trừ đối với các tổ chức quản lý nền tảng thương mại điện tử của hộ, cá nhân có hoạt động kinh doanh trên nền tảng thương mại điện tử		34	0	3	O	O1X		F	3				0		2026-07
1.014033	Thủ tục hoàn thuế của hộ, cá nhân có hoạt động kinh doanh trên nền tảng thương mại điện tử		34	0	3	O	O40D		F	1				0		2026-07
1.014034	Đăng ký cập nhật, bổ sung thông tin trong hồ sơ đăng ký hộ kinh doanh, hiệu đính thông tin đăng ký hộ kinh doanh		7	0	4	DOP	DOP1X	DOP33	F	12	3	3		0		2026-07
1.014035	Dừng thực hiện thủ tục đăng ký hộ kinh doanh		7	0	4	DOP	DOP1X	DO7,P100	F	7	3	3		0		2026-07
1.014052	Cấp giấy phép chặt hạ, dịch chuyển cây xanh thuộc trách nhiệm quản lý của UBND cấp xã		17	12	1	DOP	DOP14D		P	3				0		2026-07
1.014053	Kiểm tra công tác nghiệm thu hoàn thành công trình của cơ quan được giao quản lý xây dựng thuộc UBND cấp xã		17	12	1	DOP	DOP20D		P	2				0		2026-07
1.014056	Khai thác thông tin công dân trong Cơ sở dữ liệu căn cước		43	2	0	DOP	DOP3W		P	2	3	3		0		2026-07
1.014057	Khai thác thông tin người gốc Việt Nam chưa xác định được quốc tịch trong Cơ sở dữ liệu căn cước.		43	2	0	DP	DP3W		N	2	3	3		0		2026-07
1.014058	Thu thập, cập nhật thông tin sinh trắc học về ADN vào Cơ sở dữ liệu về căn cước		43	2	0	DO	DO7W		P	3	7	7		0		2026-07
1.014059	Thu thập, cập nhật thông tin sinh trắc học về giọng nói vào Cơ sở dữ liệu về căn cước		43	2	0	DO	DO7W		P	4	7	7		0		2026-07
1.014060	Tích hợp, cập nhật, điều chỉnh thông tin trên thẻ căn cước		43	2	0	DO	DO7W		P	5	7	7		0		2026-07
1.014061	Cấp thẻ căn cước cho người từ đủ 14 tuổi trở lên		43	2	0	DO	DO7W		P	3	7	7		0		2026-07
1.014062	Cấp thẻ căn cước cho người dưới 14 tuổi		43	2	0	DOP	DOP7W		P	4	7	7		0		2026-07
1.014063	Cấp đổi thẻ căn cước		43	2	0	DOP	DOP7W	DO101,P102	P	3	7	7		0		2026-07
1.014064	Cấp lại thẻ căn cước		43	2	0	DOP	DOP7W	DO103	P	4	7	7		0		2026-07
1.014065	Thu thập, cập nhật thông tin của người gốc Việt Nam chưa xác định được quốc tịch vào Cơ sở dữ liệu quốc gia về dân cư, Cơ sở dữ liệu căn cước và cấp giấy chứng nhận căn cước (thực hiện tại cấp xã)		43	2	0	D	D15D		N	3				0		2026-07
1.014066	Điều chỉnh thông tin trong Cơ sở dữ liệu quốc gia về dân cư, Cơ sở dữ liệu căn cước theo đề nghị của người gốc Việt Nam chưa xác định được quốc tịch (thực hiện tại cấp xã)		43	2	0	D	D5W		N	1	5	5		0		2026-07
1.014067	Cấp đổi giấy chứng nhận căn cước		43	2	0	D	D7W		N	4	7	7		0		2026-07
1.014068	Cấp lại giấy chứng nhận căn cước		43	2	0	D	D7W		N	4	7	7		0		2026-07
1.014103	Xác nhận đối tượng hộ thoát nghèo để miễn, giảm học phí cho học sinh		48	12	1	D	D1W		N	1	1	1		0		2026-07
1.014111	Thi tuyển công chức		51	5	7	DOP	DOP190D	DOP104,DOP105,DOP73	P	1	190	190		0		2026-07
1.014113	Xét tuyển công chức		51	5	7	DOP	DOP85D	DOP106,DOP107,DOP108	P	1				0		2026-07
1.014116	Tiếp nhận vào công chức không giữ chức vụ lãnh đạo, quản lý		51	5	7	D	D1X		N	5				0		2026-07
1.014149	Xét tặng danh hiệu vinh dự Nhà nước “Bà mẹ Việt Nam anh hùng”		81	5	7	DOP	DOP35W		P	5	15	35		0		2026-07
1.014150	Xét truy tặng danh hiệu vinh dự Nhà nước “Bà mẹ Việt Nam anh hùng”		81	5	7	DOP	DOP35W		P	5	35	35		0		2026-07
1.014155	Thẩm định nhiệm vụ quy hoạch, nhiệm vụ điều chỉnh quy hoạch đô thị và nông thôn do nhà đầu tư đã được lựa chọn để thực hiện dự án đầu tư tổ chức lập		82	4	6	DOP	DOP15D	DOP80	P	2				0		2026-07
1.014156	Phê duyệt nhiệm vụ quy hoạch, nhiệm vụ điều chỉnh quy hoạch đô thị và nông thôn do nhà đầu tư đã được lựa chọn để thực hiện dự án đầu tư tổ chức lập		82	8	6	DOP	DOP7W		F	4	7	7		0		2026-07
1.014157	Thẩm định quy hoạch, điều chỉnh quy hoạch đô thị và nông thôn do nhà đầu tư đã được lựa chọn để thực hiện dự án đầu tư tổ chức lập		82	4	6	DOP	DOP20W	DOP80	P	2	20	20		0		2026-07
1.014158	Thủ tục phê duyệt, chấp thuận quy hoạch, điều chỉnh quy hoạch đô thị và nông thôn do nhà đầu tư đã được lựa chọn để thực hiện dự án đầu tư tổ chức lập		82	8	6	DOP	DOP8W	DOP80	F	7	8	8		0		2026-07
1.014159	Cung cấp thông tin quy hoạch đô thị và nông thôn		82	4	2	DOP	DOP3W	DOP80	F	1	3	3		0		2026-07
1.014193	Thủ tục khám bệnh, chữa bệnh bảo hiểm y tế		83	6	6	D	D0X	D109	N	14				0		2026-07
1.014194	Chấp thuận thiết kế nút giao đấu nối vào đường địa phương đang khai thác		4	20	2	DOP	DOP7W		P	3	7	7		0		2026-07
1.014195	Cấp phép thi công nút giao đấu nối vào đường địa phương đang khai thác		4	20	2	DOP	DOP7W		P	2	7	7		0		2026-07
1.014196	Cấp giấy xác nhận không thuộc diện cấp giấy phép lao động đối với người lao động nước ngoài làm việc tại Việt Nam		84	5	2	DOP	DOP5W,DOP3W	DOP110	F	91	3	5		0		2026-07
1.014197	Cấp lại giấy xác nhận không thuộc diện cấp giấy phép lao động đối với người lao động nước ngoài làm việc tại Việt Nam		84	5	2	DOP	DOP3W		F	3	3	3		0		2026-07
1.014198	Gia hạn giấy xác nhận không thuộc diện cấp giấy phép lao động đối với người lao động nước ngoài làm việc tại Việt Nam		84	5	2	DOP	DOP5W		F	91	5	5		0		2026-07
1.014199	Cấp giấy phép lao động đối với người lao động nước ngoài làm việc tại Việt Nam		84	5	2	DOP	DOP10W,DOP3W	DOP111,O112	F	224	1	10		0		2026-07
1.014200	Cấp lại giấy phép lao động đối với người lao động nước ngoài làm việc tại Việt Nam		84	5	2	DOP	DOP3W	DOP111	F	4	3	3		0		2026-07
1.014201	Gia hạn giấy phép lao động đối với người lao động nước ngoài làm việc tại Việt Nam		84	5	2	DOP	DOP10W,DOP3W		F	51	3	10		0		2026-07
1.014230	Cấp Giấy chứng nhận đủ điều kiện an toàn thực phẩm đối với cơ sở sản xuất, kinh doanh thực phẩm thuộc thẩm quyền cấp của UBND cấp xã		79	29	1	DOP	DOP15D	DOP113	P	4				0		2026-07
1.014231	Cấp lại Giấy chứng nhận đủ điều kiện an toàn thực phẩm đối với cơ sở sản xuất, kinh doanh thực phẩm thuộc thẩm quyền cấp của UBND cấp xã		79	29	1	DOP	DOP15D		P	6				0		2026-07
1.014258	Xác nhận đăng ký thu hồi khoáng sản (cấp Xã)		85	7	1	DOP	DOP44W,DOP13W		P	5	13	44		0		2026-07
1.014259	Quyết toán tiền cấp quyền khai thác khoáng sản (cấp Xã)		85	7	1	DOP	DOP90D		P	3				0		2026-07
1.014275	Tổ chức kinh tế nhận chuyển nhượng, thuê quyền sử dụng đất, nhận góp vốn bằng quyền sử dụng đất để thực hiện dự án đầu tư.		60	7	1	DOP	DOP23W	DOP11	P	2	23	23		0		2026-07
1.014284	Giao đất, cho thuê đất, giao khu vực biển để thực hiện hoạt động lấn biển.		60	7	1	DOP	DOP15D	DOP80	P	2				0		2026-07
1.014310	Thủ tục hưởng trợ cấp sinh hoạt hàng tháng đối với Nghệ nhân nhân dân, Nghệ nhân ưu tú		33	9	1	DOP	DOP5W		F	1	5	5		0		2026-07
1.014312	Thủ tục thôi hưởng trợ cấp sinh hoạt hàng tháng, bảo hiểm y tế đối với Nghệ nhân nhân dân, Nghệ nhân ưu tú		33	9	1	DOP	DOP15W		F	1	15	15		0		2026-07
1.014313	Hỗ trợ kinh phí đối với cơ sở giáo dục mầm non độc lập dân lập, tư thục ở địa bàn có khu công nghiệp.		3	10	1	DOP	DOP16W		P	3	16	16		0		2026-07
1.014318	THỦ TỤC TUYỂN CHỌN TỔNG CÔNG TRÌNH SƯ DỰ ÁN		86	5	10	DP	DP1X	DP11	N	5				0		2026-07
1.014319	THỦ TỤC TUYỂN CHỌN KIẾN TRÚC SƯ TRƯỞNG CẤP BỘ, CẤP TỈNH, DỰ ÁN		86	5	10	DP	DP1X	DP11	N	5				0		2026-07
1.014335	Đề nghị miễn, giảm học phí trong cơ sở giáo dục nghề nghiệp, cơ sở giáo dục đại học tư thục và cơ sở giáo dục nghề nghiệp, cơ sở giáo dục đại học thuộc tổ chức kinh tế, doanh nghiệp nhà nước		3	3	9	DOP	DOP10W		P	2	10	10		0		2026-07
1.014336	Đề nghị hỗ trợ chi phí học tập trong cơ sở giáo dục mầm non công lập, cơ sở giáo dục phổ thông công lập, cơ sở giáo dục công lập thực hiện chương trình giáo dục phổ thông		3	3	9	DOP	DOP10W		P	1	10	10		0		2026-07
1.014337	Đề nghị hỗ trợ chi phí học tập trong cơ sở giáo dục mầm non dân lập, tư thục; trường tiểu học tư thục, trường trung học cơ sở tư thục, cơ sở giáo dục thường xuyên tư thục; cơ sở giáo dục mầm non, trường tiểu học, trung học cơ sở trong các trường đại học, cao đẳng, viện nghiên cứu		3	3	9	DOP	DOP10W		P	4	10	10		0		2026-07
1.014352	Thủ tục tuyển chọn chuyên gia		86	5	10	D	D1X	D11	N	3				0		2026-07
1.014359	Giải quyết chế độ mai táng phí đối với dân công hỏa tuyến tham gia kháng chiến chống Pháp, chống Mỹ, chiến tranh bảo vệ Tổ quốc và làm nhiệm vụ quốc tế		6	5	2	DOP	DOP12W		P	2	12	12		0		2026-07
1.014363	Xác nhận, cung cấp thông tin liên quan đến xuất nhập cảnh của công dân Việt Nam		2	2	1	DOP	DOP5W		P	2	5	5		0		2026-07
1.014364	Cấp giấy thông hành xuất, nhập cảnh vùng biên giới Việt Nam – Trung Quốc cho cán bộ, công chức làm việc tại các cơ quan nhà nước có trụ sở đóng tại đơn vị hành chính cấp xã thuộc tỉnh của Việt Nam tiếp giáp đường biên giới Việt Nam - Trung Quốc		2	2	1	DOP	DOP1W	DOP114,D115,O116,P117	P	4	1	1		0		2026-07
1.014371	Thủ tục cấp Giấy chứng nhận đăng ký Quỹ hỗ trợ phát triển hợp tác xã (sau đây gọi tắt là Quỹ hợp tác xã) địa phương hoạt động theo mô hình hợp tác xã		27	0	1	DOP	DOP3W	DOP118	P	8	3	3		0		2026-07
1.014379	Hỗ trợ kinh phí xây dựng phòng học mới đối với giáo dục mầm non		65	14	1	DOP	DOP22W		P	2	22	22		0		2026-07
1.014380	Hỗ trợ kinh phí mua sắm thiết bị, đồ dùng dạy học, đồ chơi		65	14	1	DOP	DOP22W		P	2	22	22		0		2026-07
1.014381	Hỗ trợ một phần kinh phí trả lương cho giáo viên trực tiếp chăm sóc, giáo dục trẻ		65	14	1	DOP	DOP22W		P	9	22	22		0		2026-07
1.014396	Hỗ trợ thực hiện dự án, kế hoạch liên kết theo chuỗi giá trị trong các ngành, nghề, lĩnh vực khác không thuộc lĩnh vực sản xuất, tiêu thụ sản phẩm nông nghiệp		23	28	2	DOP	DOP20W		F	5	20	20		0		2026-07
1.014397	Thủ tục cấp phép thi công hạ tầng kỹ thuật viễn thông ngầm		87	18	2	DOP	DOP7D	DOP119	P	3				0		2026-07
1.014398	Thủ tục cấp phép xây dựng hạ tầng trạm thu phát sóng viễn thông		87	18	2	DOP	DOP7D	DOP119	P	1				0		2026-07
1.014399	Hỗ trợ phát triển sản xuất cộng đồng		23	28	1	DOP	DOP20W		F	3	20	20		0		2026-07
1.014470	Thẩm định, phê duyệt dự án, phương án hỗ trợ phát triển sản xuất cộng đồng thuộc các Chương trình mục tiêu quốc gia trên địa bàn tỉnh Hà Tĩnh giai đoạn 2024 - 2025		22	29	1	DOP	DOP12D		P	4				0		2026-07
1.014471	Thẩm định, phê duyệt dự án, kế hoạch hỗ trợ phát triển sản xuất liên kết theo chuỗi giá trị thuộc các Chương trình mục tiêu quốc gia trên địa bàn tỉnh Hà Tĩnh giai đoạn 2024 - 2025 (Đối với dự án, kế hoạch liên kết thực hiện trên địa bàn 01 xã, phường)		22	29	1	DOP	DOP13D		P	14				0		2026-07
1.014473	Phê duyệt dự án, kế hoạch liên kết trong các ngành, nghề, lĩnh vực khác không thuộc lĩnh vực sản xuất, tiêu thụ sản phẩm nông nghiệp thuộc các Chương trình mục tiêu quốc gia		22	14	2	D	D25W		N	7	25	25		0		2026-07
1.014474	Phê duyệt dự án, phương án phát triển sản xuất, dịch vụ của cộng đồng thuộc các Chương trình mục tiêu quốc gia		22	14	2	DOP	DOP25W		P	5	25	25		0		2026-07
1.014481	Hỗ trợ bố trí dân cư tập trung, xen ghép (Đối với bố trí dân cư từ địa bàn xã/phường này sang địa bàn xã/phường khác)		22	29	2	DOP	DOP14D		P	10				0		2026-07
1.014485	Phê duyệt lựa chọn dự án Vùng trồng dược liệu quý trên địa bàn một huyện thuộc thẩm quyền quyết định của Ủy ban nhân dân cấp huyện		37	20	1	DOP	DOP25W		P	7	25	27		0		2026-07
1.014490	Thủ tục Hủy bỏ quyết định tặng danh hiệu thi đua, hình thức khen thưởng của cơ quan, tổ chức, đơn vị thuộc thành phố		81	18	6	DOP	DOP5W		P	2	5	12		0		2026-07
1.014492	Thủ tục rà soát đối tượng thực hiện Dự án 2: quy hoạch, sắp xếp, bố trí, ổn định dân cư ở những nơi cần thiết		50	18	1	DOP	DOP10W		P	1	10	20		0		2026-07
1.014535	Quyết định miễn, giảm tiền thuê nhà cho tổ chức, cá nhân thuê nhà		88	0	1	DOP	DOP10D		P	2				0		2026-07
1.014570	Hỗ trợ nâng cấp, thay thế thiết bị giám sát hành trình tàu cá		25	10	2	DOP	DOP7W		P	2	7	7		0		2026-07
1.014581	Chính sách hỗ trợ chi phí học tập cho học sinh, sinh viên		89	11	1	D	D10W		Q	4	10	10		0		2026-07
1.014582	1. Thủ tục hỗ trợ chi phí hỏa táng (bao gồm cả điện táng) trên địa bàn tỉnh Bắc Ninh		24	11	2	DOP	DOP3W,DOP4W		F	2	3	4		0		2026-07
1.014586	Hỗ trợ tập trung ruộng đất sản xuất nông nghiệp		23	11	1	DOP	DOP23W		F	1	23	23		0		2026-07
1.014587	Hỗ trợ máy móc, thiết bị trong sản xuất, bảo quản, sơ chế, chế biến sản phẩm nông nghiệp, lâm nghiệp, thủy sản, OCOP		23	11	1	DOP	DOP23W		F	1	23	23		0		2026-07
1.014588	Hỗ trợ sản xuất an toàn		23	11	1	DOP	DOP23W		F	1	23	23		0		2026-07
1.014589	Thủ tục Hỗ trợ cho Người cao tuổi từ đủ 70 tuổi đến dưới 75 tuổi; Người cao tuổi dưới 75 tuổi thường trú trên địa bàn tỉnh, là Đảng viên được tặng huy hiệu 40 năm tuổi đảng trở lên, không có lương hưu, trợ cấp bảo hiểm xã hội, trợ cấp xã hội hàng tháng		11	11	1	DOP	DOP10W		F	1	10	10		0		2026-07
1.014591	Hỗ trợ sản xuất cây trồng có giá trị kinh tế cao tập trung		37	11	1	DOP	DOP23W		F	1	23	23		0		2026-07
1.014592	Phê duyệt phương án, dự án hỗ trợ phát triển chăn nuôi ngoài khu dân cư		62	11	1	DOP	DOP24W		F	1	24	24		0		2026-07
1.014593	Hỗ trợ xây dựng cơ sở sơ chế, bảo quản giống, bảo quản nông sản, sản phẩm OCOP; xây dựng trang trại; phát triển ngành nghề nông thôn		23	11	1	DOP	DOP23W		F	1	23	23		0		2026-07
1.014594	Phê duyệt phương án, dự án hỗ trợ xây dựng cơ sở chế biến nông sản		23	11	1	DOP	DOP24W		F	1	24	24		0		2026-07
1.014595	Hỗ trợ công tác chỉ đạo, phối hợp thẩm định, chi trả hỗ trợ sản xuất của thôn, tổ dân phố, hợp tác xã hoặc tổ hợp tác		23	11	1	DOP	DOP23W		F	1	23	23		0		2026-07
1.014599	Hỗ trợ giải bản tàu cá không có nhu cầu hoạt động khai thác thủy sản.		25	18	1	DOP	DOP10W		P	1	10	10		0		2026-07
1.014604	Hỗ trợ chuyển đổi nghề cho thuyền viên trên các tàu cá giải bản		25	18	1	DOP	DOP10W		P	2	10	10		0		2026-07
1.014606	Hỗ trợ phí thuê bao dịch vụ thiết bị giám sát hành trình cho chủ tàu cá có chiều dài từ 15m trở lên		87	18	1	DOP	DOP14D		P	3				0		2026-07
1.014632	Đăng ký mua, thuê mua, thuê nhà ở xã hội, vay vốn để hộ gia đình, cá nhân tự xây dựng hoặc cải tạo, sửa chữa nhà ở		38	4	1	DOP	DOP7D		P	7				0		2026-07
1.014635	Hỗ trợ đội văn nghệ dân gian tại các địa điểm du lịch, điểm du lịch đã được công nhận		90	20	1	DP	DP17W		N	6	3	17		0		2026-07
1.014680	Thủ tục tặng, truy tặng "Huy chương Thanh niên xung phong vẻ vang"		81	5	7	DOP	DOP20W		P	11	20	20		0		2026-07
1.014736	Lựa chọn, phê duyệt dự án phát triển sản xuất liên kết theo chuỗi giá trị		91	0	2	DOP	DOP1X		P	4	1	1		0		2026-07
1.014737	Lựa chọn, phê duyệt dự án phát triển sản xuất cộng đồng		91	0	1	DOP	DOP1X		P	3	1	1		0		2026-07
1.014738	Chấp thuận thiết kế nút giao đấu nối vào đường địa phương đang khai thác		4	14	2	DOP	DOP7W		F	3	7	7		0		2026-07
1.014758	Cấp phép thi công nút giao đấu nối với đường đô thị, đường xã đang khai thác		4	30	2	DOP	DOP5W		P	2	5	5		0		2026-07
1.014766	Cấp phép thi công nút giao đấu nối vào đường địa phương đang khai thác		4	14	2	DOP	DOP7W		F	2	7	7		0		2026-07
1.014772	Thủ tục hỗ trợ phát triển sản xuất cộng đồng		22	20	1	DOP	DOP15W		P	4	15	15		0		2026-07
1.014790	Chấp thuận thiết kế nút giao đối với đường địa phương đang khai thác		4	31	2	DOP	DOP7W		F	1	7	7		0		2026-07
1.014791	Cấp phép thi công nút giao đối với đường địa phương đang khai thác		4	31	2	DOP	DOP7W		F	1	7	7		0		2026-07
1.014792	Chấp thuận về địa điểm, quy mô xây dựng công trình và thời gian tồn tại của công trình tạm		39	31	1	DOP	DOP15W		F	1	15	15		0		2026-07
1.014793	Chấp thuận tiếp tục khai thác, sử dụng công trình tạm		39	31	1	DOP	DOP20W		F	1	20	20		0		2026-07
1.014801	Cấp, cấp lại Giấy xác nhận nuôi trồng thủy sản lồng bè, đối tượng thủy sản nuôi chủ lực (hoạt động trên nội địa thuộc phạm vi quản lý và cơ sở nuôi trồng thủy sản lồng bè thuộc thẩm quyền giao khu vực biển của Chủ tịch Ủy ban nhân dân cấp xã)		25	7	1	DOP	DOP0X		P	4				0		2026-07
1.014832	Giao rừng, cho thuê rừng khi đã được giao đất, cho thuê đất có rừng hoặc đã được công nhận quyền sử dụng đất có rừng thuộc thẩm quyền của Chủ tịch Ủy ban nhân dân cấp xã		35	7	1	DOP	DOP20W		P	3	20	20		0		2026-07
1.014848	Phê duyệt phương án bảo vệ công trình thủy lợi do Chủ tịch Ủy ban nhân dân cấp tỉnh phân cấp cho Chủ tịch UBND cấp xã		21	7	1	DOP	DOP20W		P	5	20	20		0		2026-07
1.014849	Cấp giấy phép cho các hoạt động trong phạm vi bảo vệ công trình thủy lợi: Xây dựng công trình mới; Lập bến, bãi tập kết nguyên liệu, nhiên liệu, vật tư, phương tiện; Xây dựng công trình ngầm do Chủ tịch UBND cấp tỉnh phân cấp cho Chủ tịch UBND cấp xã		21	7	1	DOP	DOP11W		P	10	11	13		0		2026-07
1.014850	Cấp giấy phép cho các hoạt động trong phạm vi bảo vệ công trình thủy lợi đối với hoạt động du lịch, thể thao, nghiên cứu khoa học, kinh doanh, dịch vụ do Chủ tịch UBND cấp tỉnh phân cấp cho Chủ tịch UBND cấp xã		21	7	1	DOP	DOP6W		P	9	6	8		0		2026-07
1.014851	Cấp gia hạn, điều chỉnh nội dung giấy phép cho các hoạt động trong phạm vi bảo vệ công trình thủy lợi: Xây dựng công trình mới; Lập bến, bãi tập kết nguyên liệu, nhiên liệu, vật liệu, vật tư, phương tiện; Xây dựng công trình ngầm do Chủ tịch UBND cấp tỉnh phân cấp cho Chủ tịch UBND cấp xã		21	7	1	DOP	DOP6W		P	7	6	9		0		2026-07
1.014852	Cấp giấy phép nổ mìn và các hoạt động gây nổ khác trong phạm vi bảo vệ công trình thủy lợi do Chủ tịch UBND cấp tỉnh phân cấp cho Chủ tịch UBND cấp xã		21	7	1	DOP	DOP6W		P	10	6	8		0		2026-07
1.014853	Cấp gia hạn, điều chỉnh nội dung giấy phép cho các hoạt động trong phạm vi bảo vệ công trình thủy lợi: Nuôi trồng thủy sản; Nổ mìn và các hoạt động gây nổ khác do Chủ tịch UBND cấp tỉnh phân cấp cho Chủ tịch UBND cấp xã		21	7	1	DOP	DOP4W		P	7	4	5		0		2026-07
1.014857	Chấp thuận thiết kế nút giao đấu nối vào đường đô thị, đường xã, đường thôn đang khai thác		4	32	1	DOP	DOP7W		P	3	7	7		0		2026-07
1.014858	Cấp phép thi công nút giao đấu nối vào đường đô thị, đường xã, đường thôn đang khai thác		4	32	1	DOP	DOP7W		P	2	7	7		0		2026-07
1.014859	Cấp giấy phép hoạt động của phương tiện thủy nội địa, phương tiện cơ giới, trừ xe mô tô, xe gắn máy, phương tiện thủy nội địa thô sơ trong phạm vi bảo vệ công trình thủy lợi do Chủ tịch UBND cấp tỉnh phân cấp cho Chủ tịch UBND cấp xã		21	7	1	DOP	DOP4W		P	5	4	5		0		2026-07
1.014860	Cấp giấy phép cho các hoạt động trồng cây lâu năm trong phạm vi bảo vệ công trình thủy lợi do Chủ tịch UBND cấp tỉnh phân cấp cho Chủ tịch UBND cấp xã		21	7	1	DOP	DOP4W		P	9	4	5		0		2026-07
1.014862	Cấp giấy phép nuôi trồng thủy sản trong phạm vi bảo vệ công trình thủy lợi do Chủ tịch UBND cấp tỉnh phân cấp cho Chủ tịch UBND cấp xã		21	7	1	DOP	DOP6W		P	4	6	8		0		2026-07
1.014863	Cấp gia hạn, điều chỉnh nội dung giấy phép cho các hoạt động trong phạm vi bảo vệ công trình thủy lợi đối với hoạt động: du lịch, thể thao, nghiên cứu khoa học, kinh doanh, dịch vụ do Chủ tịch UBND cấp tỉnh phân cấp cho Chủ tịch UBND cấp xã		21	7	1	DOP	DOP4W		P	7	4	5		0		2026-07
1.014864	Cấp gia hạn, điều chỉnh nội dung giấy phép cho các hoạt động trong phạm vi bảo vệ công trình thủy lợi: Trồng cây lâu năm; Hoạt động của phương tiện thủy nội địa, phương tiện cơ giới, trừ xe mô tô, xe gắn máy, phương tiện thủy nội địa thô sơ do Chủ tịch UBND cấp tỉnh phân cấp cho Chủ tịch UBND cấp xã		21	7	1	DOP	DOP2W		P	7	2	2		0		2026-07
1.014868	Chấp thuận xây dựng nút giao đấu nối vào tuyến đường do Ủy ban nhân dân các xã, phường quản lý		4	33	1	DOP	DOP5W	O120	P	2	5	5		0		2026-07
1.014869	Thẩm định, phê duyệt thuyết minh và dự toán kinh phí thực hiện dự án/phương án phát triển sản xuất nông, lâm nghiệp, thủy sản hoặc quyết định phê duyệt dự toán kinh phí hỗ trợ thực hiện dự án đối với dự án thuộc diện phải chấp thuận chủ trương đầu tư		92	20	1	DOP	DOP10W		P	9	10	10		0		2026-07
1.014870	Nghiệm thu, thanh quyết toán kinh phí hỗ trợ dự án/phương án phát triển sản xuất nông, lâm nghiệp, thủy sản trên địa bàn xã, phường		92	20	1	DOP	DOP0X		P	12	10	10		0		2026-07
1.014925	Hỗ trợ giải bản đối với tàu cá không có nhu cầu hoạt động khai thác		25	26	1	DOP	DOP15W		P	2	10	15		0		2026-07
1.014927	Hỗ trợ nâng cấp, thay thế thiết bị giám sát hành trình tàu cá đáp ứng điều kiện theo quy định và duy trì kết nối hệ thống thiết bị giám sát hành trình tàu cá		25	26	1	DOP	DOP10W		F	1	10	10		0		2026-07
1.014942	THỦ TỤC CẤP GIẤY PHÉP THÀNH LẬP VÀ CÔNG NHẬN ĐIỀU LỆ QUỸ (Cấp xã)		75	5	1	DOP	DOP45W		F	7	45	45		0		2026-07
1.014943	THỦ TỤC CÔNG NHẬN QUỸ ĐỦ ĐIỀU KIỆN HOẠT ĐỘNG VÀ CÔNG NHẬN HỘI ĐỒNG QUẢN LÝ QUỸ; CÔNG NHẬN HỘI ĐỒNG QUẢN LÝ QUỸ KHI THAY ĐỔI, BỔ SUNG THÀNH VIÊN HOẶC HẾT NHIỆM KỲ (Cấp xã)		75	5	1	DOP	DOP45W		F	13	45	45		0		2026-07
1.014944	THỦ TỤC CÔNG NHẬN ĐIỀU LỆ (SỬA ĐỔI, BỔ SUNG) QUỸ; ĐỔI TÊN QUỸ (Cấp xã)		75	5	1	DOP	DOP45W		F	4	45	45		0		2026-07
1.014945	THỦ TỤC CHO PHÉP QUỸ HOẠT ĐỘNG TRỞ LẠI SAU KHI BỊ ĐÌNH CHỈ CÓ THỜI HẠN HOẠT ĐỘNG (Cấp xã)		75	5	1	DOP	DOP45W		F	2	45	45		0		2026-07
1.014946	THỦ TỤC HỢP NHẤT, SÁP NHẬP, CHIA, TÁCH QUỸ (Cấp xã)		75	5	1	DOP	DOP45W		F	5	45	45		0		2026-07
1.014947	THỦ TỤC QUỸ TỰ GIẢI THỂ (Cấp xã)		75	5	1	DOP	DOP60W		F	6	60	60		0		2026-07
1.014963	Thủ tục nhập cảnh, xuất cảnh, chuyển cảng đối với tàu quân sự nước ngoài đến cảng biển Việt Nam		74	24	0	D	D0X		N	6				0		2026-07
1.014964	Thủ tục nhập cảnh, xuất cảnh, chuyển cảng đối với tàu quân sự nước ngoài đến lãnh hải, khu vực nội thuỷ ngoài vùng nước cảng biển.		74	24	0	D	D0X,D48H		N	4				0		2026-07
1.014971	Hỗ trợ chuyển đổi nghề		25	26	1	DOP	DOP10W		F	2	10	10		0		2026-07
1.014975	Hỗ trợ phát triển sản phẩm du lịch cộng đồng, chỉnh trang cảnh quan du lịch cộng đồng		90	18	2	DOP	DOP20W		P	6	20	20		0		2026-07
1.014976	Quyết toán thuế thu nhập cá nhân đối với hộ kinh doanh, cá nhân kinh doanh		34	0	3	DOP	DOPT4		P	1				0		2026-07
1.014979	Hoàn nộp thừa các loại thuế đối với hộ kinh doanh, cá nhân kinh doanh		34	0	3	DOP	DOP6W,DOP40D		P	2	6	6		0		2026-07
1.014996	Chuyển đổi nhà trẻ, trường mẫu giáo, trường mầm non tư thục do nhà đầu tư trong nước và nhà đầu tư nước ngoài đề nghị thành lập sang nhà trẻ, trường mẫu giáo, trường mầm non tư thục hoạt động không vì lợi nhuận		65	3	1	DOP	DOP13W		P	6	13	13		0		2026-07
1.014997	Xét, cấp học bổng chính sách đối với học viên cơ sở giáo dục nghề nghiệp tư thục dành cho thương binh, người khuyết tật		3	3	1	DOP	DOP10W		P	2	10	10		0		2026-07
1.015017	Hỗ trợ mua máy cấy, hệ thống thiết bị gieo mạ phục vụ cơ giới hóa trong sản xuất lúa (Thực hiện theo khoản 2 Điều 8 Nghị quyết số 53/2025/NQ-HĐND ngày 26/11/2025)		23	34	1	DOP	DOP14W		P	5	14	14		0		2026-07
1.015018	Hỗ trợ xây dựng nhà màng, nhà lưới để sản xuất một số loại cây trồng có giá trị kinh tế cao (áp dụng cho sản xuất rau, hoa không dùng đất: giá thể, thủy canh hoặc khí canh) (Thực hiện theo Điều 9 Nghị quyết số 53/2025/NQ-HĐND ngày 26/11/2025)		23	34	1	DOP	DOP14W		P	4	14	14		0		2026-07
1.015019	Hỗ trợ phát triển sản xuất trồng trọt hữu cơ (Thực hiện theo Điều 17 Nghị quyết số 53/2025/NQ-HĐND ngày 26/11/2025)		23	34	1	DOP	DOP14W		P	2	14	14		0		2026-07
1.015020	Hỗ trợ trang thiết bị, công nghệ xử lý chất thải trong chăn nuôi (Thực hiện theo Điều 20 Nghị quyết số 53/2025/NQ-HĐND ngày 26/11/2025)		23	34	1	DOP	DOP14W		P	5	14	14		0		2026-07
1.115019	Cấp phép thi công nút giao		4	35	2	DOP	DOPT5		F	0	7	7		0		2026-07
1.115020	Chấp thuận thiết kế nút giao		4	35	2	DOP	DOP5W	DOP121	F	3	5	10		0		2026-07
1.115114	Hỗ trợ người hoàn thành chương trình cai nghiện ma túy tại các cơ sở cai nghiện tập trung trên địa bàn thành phố Đà Nẵng, có thời gian sau cai nghiện đủ 05 năm trở lên không tái sử dụng trái phép chất ma túy		93	12	1	DOP	DOP45D		P	3				0		2026-07
1.115116	Đề nghị sử dụng kinh phí từ Quỹ Bảo trợ trẻ em cho người chưa thành niên là bị hại		28	6	10	DOP	DOP7W,DOP3W		P	7	3	7		0		2026-07
1.115130	Chấp thuận thiết kế nút giao đấu nối với đường đô thị, đường xã, đường thôn đang khai thác		94	36	1	DOP	DOPT5		F	3				0		2026-07
1.115131	Cấp phép thi công nút giao đấu nối với đường đô thị, đường xã, đường thôn đang khai thác		94	36	1	DOP	DOPT5		F	3				0		2026-07
1.115148	Thủ tục tính hoặc tính lại tiền sử dụng đất theo quy định tại các điểm a, b, c và d khoản 2 Điều 12 Nghị định số 50/2026/NĐ-CP ngày 31/01/2026 của Chính phủ		67	0	2	DOP	DOP0X		F	1				0		2026-07
1.115156	Hỗ trợ chuyển đổi nghề, giải bản đối với tàu cá không có nhu cầu hoạt động khai thác thủy sản trên địa bàn tỉnh Quảng Ngãi		25	27	1	DOP	DOP7W		P	2	7	7		0		2026-07
1.115189	Cấp giấy phép vận chuyển pháo hoa nổ, thuốc pháo nổ		24	2	7	DOP	DO3W,P3D	DOP119	P	1	1	3		0		2026-07
1.115210	Đăng ký, cấp Giấy chứng nhận đối với trường hợp cá nhân, hộ gia đình đã được cấp Giấy chứng nhận một phần diện tích vào loại đất ở trước ngày 01 tháng 7 năm 2004, phần diện tích còn lại của thửa đất chưa được cấp Giấy chứng nhận		60	37	1	DOP	DOP15W		P	3	15	15		0		2026-07
1.115211	Xác định lại diện tích đất ở của hộ gia đình, cá nhân đã được cấp Giấy chứng nhận trước ngày 01 tháng 7 năm 2004		60	37	1	DOP	DOP15W		P	3	15	15		0		2026-07
1.115219	Giao đất ở có thu tiền sử dụng đất không thông qua đấu giá, không đấu thầu lựa chọn nhà đầu tư thực hiện dự án có sử dụng đất đối với cá nhân là cán bộ, công chức, viên chức, sĩ quan tại ngũ, quân nhân chuyên nghiệp, công chức quốc phòng, công nhân và viên chức quốc phòng, sĩ quan, hạ sĩ quan, công nhân công an, người làm công tác cơ yếu và người làm công tác khác trong tổ chức cơ yếu hưởng lương từ ngân sách nhà nước mà chưa được giao đất ở, nhà ở; giáo viên, nhân viên y tế đang công tác tại các xã biên giới, hải đảo thuộc vùng có điều kiện kinh tế - xã hội khó khăn, vùng có điều kiện kinh tế - xã hội đặc biệt khó khăn nhưng chưa có đất ở, nhà ở tại nơi công tác hoặc chưa được hưởng chính sách hỗ trợ về nhà ở theo quy định của pháp luật về nhà ở; cá nhân thường trú tại xã mà không có đất ở và chưa được Nhà nước giao đất ở hoặc chưa được hưởng chính sách hỗ trợ về nhà ở theo quy định của pháp luật về nhà ở		60	37	1	DOP	DOP35W		P	3	35	35		0		2026-07
1.115220	Giao đất, cho thuê đất đối với trường hợp giao đất, cho thuê đất không đấu giá quyền sử dụng đất, không đấu thầu lựa chọn nhà đầu tư thực hiện dự án có sử dụng đất và trường hợp giao đất, cho thuê đất thông qua đấu thầu lựa chọn nhà đầu tư thực hiện dự án có sử dụng đất; giao đất và giao rừng; cho thuê đất và cho thuê rừng ( Cấp Xã )		60	37	1	DOP	DOP15W		P	3	15	15		0		2026-07
1.115221	Thu hồi, hủy Giấy chứng nhận đã cấp và cấp Giấy chứng nhận quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất sau khi thu hồi Giấy chứng nhận đã cấp		60	37	1	DOP	DOP25W		P	3	25	25		0		2026-07
1.115222	Chuyển mục đích sử dụng đất; chuyển hình thức sử dụng đất; gia hạn sử dụng đất khi hết thời hạn sử dụng đất; điều chỉnh thời hạn sử dụng đất của dự án đầu tư ( Cấp xã)		60	37	1	DOP	DOP15W		P	4	15	15		0		2026-07
1.115223	Đăng ký, cấp giấy chứng nhận đối với thửa đất có diện tích tăng thêm do thay đổi ranh giới so với giấy chứng nhận đã cấp (Cấp xã)		60	37	1	DOP	DOP15W		P	6	10	15		0		2026-07
1.115224	Điều chỉnh quyết định giao đất, cho thuê đất, cho phép chuyển mục đích sử dụng đất ( Cấp xã )		60	37	1	DOP	DOP7W		P	4	7	7		0		2026-07
1.115225	Sử dụng đất kết hợp đa mục đích, gia hạn phương án sử dụng đất kết hợp đa mục đích ( Cấp xã )		60	37	1	DOP	DOP15W		P	4	15	15		0		2026-07
1.115226	Đính chính Giấy chứng nhận đã cấp ( Cấp xã )		60	37	1	DOP	DOP8W		P	4	8	8		0		2026-07
1.115230	Cấp lại Giấy chứng nhận đủ điều kiện về an ninh, trật tự đối với trường hợp cơ sở kinh doanh bị thu hồi không có thời hạn		95	2	1	DOP	DOP3W	DOP122	P	1	3	3		0		2026-07
1.115231	Đăng ký mẫu con dấu mới		96	2	1	DOP	DOP3W		P	5	3	3		0		2026-07
1.115232	Đăng ký lại mẫu con dấu		96	2	1	DOP	DOP3W		P	1	3	3		0		2026-07
1.115240	Đăng ký đất đai, tài sản gắn liền với đất, cấp Giấy chứng nhận quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất lần đầu đối với hộ gia đình, cá nhân, cộng đồng dân cư, người gốc Việt Nam định cư ở nước ngoài		60	37	1	DOP	DOP17W		P	26	17	17		0		2026-07
1.115242	Cấp Giấy phép xây dựng công trình trên đất nông nghiệp tại các vùng sản xuất nông nghiệp tập trung.		23	38	1	DOP	DOP15W		P	3	15	15		0		2026-07
1.115243	Gia hạn giấy phép xây dựng công trình trên đất nông nghiệp tại các vùng sản xuất nông nghiệp tập trung		23	38	1	DOP	DOP5W		P	2	5	5		0		2026-07
1.115244	Cấp lại giấy phép xây dựng công trình trên đất nông nghiệp tại các vùng sản xuất nông nghiệp tập trung		23	38	1	DOP	DOP5W		P	2	5	5		0		2026-07
1.115320	Đính chính Giấy chứng nhận đã cấp lần đầu có sai sót		60	25	1	DOP	DOP8W		P	4	8	8		0		2026-07
1.115321	Thu hồi, hủy Giấy chứng nhận đã cấp và cấp Giấy chứng nhận quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất sau khi thu hồi Giấy chứng nhận đã cấp		60	25	1	DOP	DOP45W		P	2	45	45		0		2026-07
1.115323	Đăng ký đất đai, tài sản gắn liền với đất, cấp Giấy chứng nhận quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất lần đầu đối với tổ chức đang sử dụng đất		60	25	1	DOP	DOP20W		P	13	20	20		0		2026-07
1.115324	Giao đất, cho thuê đất, chuyển mục đích sử dụng đất đối với trường hợp giao đất, cho thuê đất không đấu giá quyền sử dụng đất, không đấu thầu lựa chọn nhà đầu tư thực hiện dự án có sử dụng đất và trường hợp giao đất, cho thuê đất thông qua đấu thầu lựa chọn nhà đầu tư thực hiện dự án có sử dụng đất; giao đất và giao rừng; cho thuê đất và cho thuê rừng		60	25	1	DOP	DOP15W		P	10	14	15		0		2026-07
1.115325	Chuyển hình thức sử dụng đất		60	25	1	DOP	DOPT6		P	5	14	14		0		2026-07
1.115326	Điều chỉnh quyết định giao đất, cho thuê đất, cho phép chuyển mục đích sử dụng đất do thay đổi căn cứ quyết định giao đất, cho thuê đất, cho phép chuyển mục đích sử dụng đất; điều chỉnh thời hạn sử dụng đất của dự án đầu tư; điều chỉnh thời hạn sử dụng đất theo dự án đầu tư theo quy định tại khoản 7 Điều 4 Nghị quyết số 254/2025/QH15		60	25	1	DOP	DOPT7		P	6	5	5		0		2026-07
1.115327	Điều chỉnh quyết định giao đất, cho thuê đất, cho phép chuyển mục đích sử dụng đất do sai sót về ranh giới, vị trí, diện tích, mục đích sử dụng giữa bản đồ quy hoạch, bản đồ địa chính, quyết định giao đất, cho thuê đất, cho phép chuyển mục đích sử dụng đất và số liệu bàn giao đất trên thực địa		60	25	1	DOP	DOP7W		P	5	7	15		0		2026-07
1.115328	Giao đất, cho thuê đất, giao khu vực biển để thực hiện hoạt động lấn biển		60	25	1	DOP	DOP15W		P	2	14	15		0		2026-07
1.115329	Tổ chức kinh tế nhận chuyển nhượng, thuê quyền sử dụng đất, nhận góp vốn bằng quyền sử dụng đất để thực hiện dự án đầu tư		60	25	1	DOP	DOP23W		P	3	23	23		0		2026-07
1.115330	Gia hạn sử dụng đất khi hết thời hạn sử dụng đất		60	25	1	DOP	DOPT6		P	4				0		2026-07
1.115332	Sử dụng đất kết hợp đa mục đích, gia hạn phương án sử dụng đất kết hợp đa mục đích		60	25	1	DOP	DOP15W,DOP17W		P	5	15	17		0		2026-07
1.115333	Giao đất ở có thu tiền sử dụng đất không thông qua đấu giá, không đấu thầu lựa chọn nhà đầu tư thực hiện dự án có sử dụng đất đối với cá nhân là cán bộ, công chức, viên chức, sĩ quan tại ngũ, quân nhân chuyên nghiệp, công chức quốc phòng, công nhân và viên chức quốc phòng, sĩ quan, hạ sĩ quan, công nhân công an, người làm công tác cơ yếu và người làm công tác khác trong tổ chức cơ yếu hưởng lương từ ngân sách nhà nước mà chưa được giao đất ở, nhà ở; giáo viên, nhân viên y tế đang công tác tại các xã biên giới, hải đảo thuộc vùng có điều kiện kinh tế - xã hội khó khăn, vùng có điều kiện kinh tế - xã hội đặc biệt khó khăn nhưng chưa có đất ở, nhà ở tại nơi công tác hoặc chưa được hưởng chính sách hỗ trợ về nhà ở theo quy định của pháp luật về nhà ở; cá nhân thường trú tại xã mà không có đất ở và chưa được Nhà nước giao đất ở hoặc chưa được hưởng chính sách hỗ trợ về nhà ở theo quy định của pháp luật về nhà ở		60	25	1	DOP	DOP35W		P	4	34	35		0		2026-07
1.115334	Đăng ký đất đai, tài sản gắn liền với đất, cấp Giấy chứng nhận quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất lần đầu đối với hộ gia đình, cá nhân, cộng đồng dân cư, người gốc Việt Nam định cư ở nước ngoài		60	25	1	DOP	DOP20W		P	15	20	20		0		2026-07
1.115335	Tặng cho quyền sử dụng đất cho Nhà nước hoặc cộng đồng dân cư hoặc mở rộng đường giao thông đối với trường hợp thửa đất chưa được cấp Giấy chứng nhận		60	25	1	DOP	DOP20W		P	2	10	20		0		2026-07
1.115341	Tặng cho quyền sử dụng đất cho Nhà nước hoặc cộng đồng dân cư hoặc mở rộng đường giao thông đối với trường hợp thửa đất chưa được cấp Giấy chứng nhận		60	30	1	DOP	DOP25W	DOP123	F	1	5	25		0		2026-07
1.115353	Thu hồi Giấy chứng nhận đã cấp không đúng quy định của pháp luật đất đai do người sử dụng đất, chủ sở hữu tài sản gắn liền với đất phát hiện và cấp lại Giấy chứng nhận sau khi thu hồi		60	30	2	DOP	DOPT8,DOP30W	DOP123	P	2	20	30		0		2026-07
1.115354	Giao đất, cho thuê đất, chuyển mục đích sử dụng đất đối với trường hợp giao đất, cho thuê đất không đấu giá quyền sử dụng đất, không đấu thầu lựa chọn nhà đầu tư thực hiện dự án có sử dụng đất; trường hợp giao đất, cho thuê đất thông qua đấu thầu lựa chọn nhà đầu tư thực hiện dự án có sử dụng đất; giao đất và giao rừng; cho thuê đất và cho thuê rừng		60	30	2	DOP	DOPT7	DOP124	P	35				0		2026-07
1.115355	Đính chính Giấy chứng nhận đã cấp		60	30	2	DOP	DOP15W	DOP125	P	8	5	15		0		2026-07
1.115358	Chuyển hình thức giao đất, cho thuê đất		60	30	2	DOP	DOPT7	DOP126	P	2				0		2026-07
1.115360	Đăng ký, cấp Giấy chứng nhận đối với trường hợp cá nhân, hộ gia đình đã được cấp Giấy chứng nhận một phần diện tích vào loại đất ở trước ngày 01 tháng 7 năm 2004, phần diện tích còn lại của thửa đất chưa được cấp Giấy chứng nhận		60	30	1	DOP	DOPT9,DOP20W	DOP125	P	2	20	20		0		2026-07
1.115361	Điều chỉnh quyết định giao đất, cho thuê đất, cho phép chuyển mục đích sử dụng đất do thay đổi căn cứ quyết định giao đất, cho thuê đất, cho phép chuyển mục đích sử dụng đất		60	30	2	DOP	DOP15W	DOP126	P	3	5	15		0		2026-07
1.115364	Điều chỉnh quyết định giao đất, cho thuê đất, cho phép chuyển mục đích sử dụng đất do sai sót về ranh giới, vị trí, diện tích, mục đích sử dụng giữa bản đồ quy hoạch, bản đồ địa chính, quyết định giao đất, cho thuê đất, cho phép chuyển mục đích sử dụng đất và số liệu bàn giao đất trên thực địa		60	30	2	DOP	DOP17W	DOP126	P	2	7	17		0		2026-07
1.115365	Giao đất, cho thuê đất, giao khu vực biển để thực hiện hoạt động lấn biển		60	30	2	DOP	DOPT7	DOP126	P	2				0		2026-07
1.115367	Tổ chức kinh tế nhận chuyển nhượng, thuê quyền sử dụng đất, nhận góp vốn bằng quyền sử dụng đất để thực hiện dự án đầu tư		60	30	2	DOP	DOP30W	DOP126	P	2	20	30		0		2026-07
1.115368	Đăng ký, cấp Giấy chứng nhận đối với thửa đất có diện tích tăng thêm do thay đổi ranh giới so với Giấy chứng nhận đã cấp		60	30	2	DOP	DOP17W,DOPT9	DOP125	P	9	17	17		0		2026-07
1.115370	Sử dụng đất kết hợp đa mục đích, gia hạn phương án sử dụng đất kết hợp đa mục đích		60	30	2	DOP	DOPT7,DOP17W		P	5	17	17		0		2026-07
1.115371	Xác định lại diện tích đất ở của hộ gia đình, cá nhân đã được cấp Giấy chứng nhận trước ngày 01 tháng 7 năm 2004		60	30	1	DOP	DOPT9	DOP127	P	3				0		2026-07
1.115372	Giao đất ở có thu tiền sử dụng đất không thông qua đấu giá, không đấu thầu lựa chọn nhà đầu tư thực hiện dự án có sử dụng đất đối với cá nhân là cán bộ, công chức, viên chức, sĩ quan tại ngũ, quân nhân chuyên nghiệp, công chức quốc phòng, công nhân và viên chức quốc phòng, sĩ quan, hạ sĩ quan, công nhân công an, người làm công tác cơ yếu và người làm công tác khác trong tổ chức cơ yếu hưởng lương từ ngân sách nhà nước mà chưa được giao đất ở, nhà ở; giáo viên, nhân viên y tế đang công tác tại các xã biên giới, hải đảo thuộc vùng có điều kiện kinh tế - xã hội khó khăn, vùng có điều kiện kinh tế - xã hội đặc biệt khó khăn nhưng chưa có đất ở, nhà ở tại nơi công tác hoặc chưa được hưởng chính sách hỗ trợ về nhà ở theo quy định của pháp luật về nhà ở; cá nhân thường trú tại xã mà không có đất ở và chưa được Nhà nước giao đất ở hoặc chưa được hưởng chính sách hỗ trợ về nhà ở theo quy định của pháp luật về nhà ở		60	30	1	DOP	DOP45D		P	2				0		2026-07
1.115373	Đăng ký đất đai, tài sản gắn liền với đất, cấp Giấy chứng nhận quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất lần đầu đối với tổ chức đang sử dụng đất		60	30	1	DOP	DOP27W,DOP30W	DOP128	P	9	20	30		0		2026-07
1.115375	Đăng ký đất đai, tài sản gắn liền với đất, cấp Giấy chứng nhận quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất lần đầu đối với hộ gia đình, cá nhân, cộng đồng dân cư, người gốc Việt Nam định cư ở nước ngoài		60	30	1	DOP	DOP27W,DOP30W	DOP127	P	26	20	30		0		2026-07
1.115377	Thông báo phát triển nguồn điện mặt trời mái nhà tự sản xuất, tự tiêu thụ đấu nối với hệ thống điện quốc gia tại cấp điện áp hạ áp		97	22	1	DO	DO0X		P	1				0		2026-07
1.115378	Điều chỉnh thời hạn sử dụng đất của dự án đầu tư, điều chỉnh thời hạn sử dụng đất theo dự án đầu tư theo quy định tại khoản 7 Điều 4 Nghị quyết số 254/2025/QH15		60	30	2	DOP	DOPT7	DOP126	P	3				0		2026-07
1.115379	Gia hạn sử dụng đất khi hết thời hạn sử dụng đất		60	30	2	DOP	DOPT7	DOP129	P	3				0		2026-07
1.115394	Chế độ, chính sách đối với người được huy động, người tham gia phòng cháy, chữa cháy, cứu nạn, cứu hộ chưa tham gia bảo hiểm y tế, bảo hiểm xã hội mà bị tai nạn, bị thương		98	2	1	DOP	DOP5W		P	2	5	5		0		2026-07
1.115395	Chế độ, chính sách đối với người được huy động, người tham gia phòng cháy, chữa cháy, cứu nạn, cứu hộ chưa tham gia bảo hiểm xã hội bị chết		98	2	1	DOP	DOP5W		P	1	5	5		0		2026-07
1.115406	Xét hưởng chế độ trợ cấp đối với đối tượng hoặc thân nhân đối tượng thuộc Công an nhân dân tham gia chiến tranh bảo vệ Tổ quốc, làm nhiệm vụ quốc tế ở Căm-pu-chi-a, giúp bạn Lào sau ngày 30/4/1975 đã phục viên, xuất ngũ, thôi việc theo quy định tại Quyết định số 62/2011/QĐ-TTg ngày 09/11/2011 của Thủ tướng Chính phủ (ban hành kèm theo Thông tư số 132/2025/TT-BCA ngày 30/12/2025 của Bộ trưởng Bộ Công an quy định chế độ, chính sách đối với các đối tượng thuộc Công an nhân dân tham gia chiến tranh bảo vệ Tổ quốc, làm nhiệm vụ quốc tế ở Căm-pu-chi-a, giúp bạn Lào sau ngày 30/4/1975 đã phục viên, xuất ngũ, thôi việc)		55	2	7	D	D10W		N	7	10	10		0		2026-07
1.115438	Giao đất, cho thuê đất, chuyển mục đích sử dụng đất đối với trường hợp giao đất, cho thuê đất không đấu giá quyền sử dụng đất, không đấu thầu lựa chọn nhà đầu tư thực hiện dự án có sử dụng đất; trường hợp giao đất, cho thuê đất thông qua đấu thầu lựa chọn nhà đầu tư thực hiện dự án có sử dụng đất; giao đất và giao rừng; cho thuê đất và cho thuê rừng; gia hạn sử dụng đất khi hết thời hạn sử dụng đất.		60	11	1	DOP	DOP12D	DP130,DP131,DP132,D133,D134,D135,O136,O137,O138,O139,O140,O141,P142,P143,P144	P	4				0		2026-07
1.115439	Điều chỉnh quyết định giao đất, cho thuê đất, cho phép chuyển mục đích sử dụng đất do thay đổi căn cứ quyết định giao đất, cho thuê đất, cho phép chuyển mục đích sử dụng đất; điều chỉnh thời hạn sử dụng đất của dự án đầu tư		60	11	0	DOP	DOP5D	DOP81	P	3				0		2026-07
1.115440	Điều chỉnh quyết định giao đất, cho thuê đất, cho phép chuyển mục đích sử dụng đất do sai sót về ranh giới, vị trí, diện tích, mục đích sử dụng giữa bản đồ quy hoạch, bản đồ địa chính, quyết định giao đất, cho thuê đất, cho phép chuyển mục đích sử dụng đất và số liệu bàn giao đất trên thực địa		60	11	0	DOP	DOP7D	DOP80	P	1				0		2026-07
1.115441	Chuyển hình thức giao đất, cho thuê đất		60	11	0	DOP	DOP10D	DOP80	P	1				0		2026-07
1.115442	Đăng ký đất đai, tài sản gắn liền với đất, cấp Giấy chứng nhận quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất lần đầu đối với tổ chức đang sử dụng đất; Đăng ký, cấp Giấy chứng nhận đối với thửa đất có diện tích tăng thêm so với Giấy chứng nhận đã cấp mà phần diện tích tăng thêm chưa được cấp Giấy chứng nhận		60	11	0	DOP	DOP5W,DOP15W	DOP80	P	1	5	15		0		2026-07
1.115443	Đăng ký đất đai, tài sản gắn liền với đất, cấp Giấy chứng nhận quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất lần đầu đối với hộ gia đình, cá nhân, cộng đồng dân cư, người gốc Việt Nam định cư ở nước ngoài; Đăng ký, cấp Giấy chứng nhận đối với thửa đất có diện tích tăng thêm do thay đổi ranh giới so với Giấy chứng nhận đã cấp		60	11	1	DOP	DOP30W,DOP38W	DOP80	P	3	30	38		0		2026-07
1.115444	Xác định lại diện tích đất ở của hộ gia đình, cá nhân đã được cấp Giấy chứng nhận trước ngày 01 tháng 7 năm 2004		60	11	0	DOP	DOP20W	DOP80	P	1	20	20		0		2026-07
1.115445	Trình tự, thủ tục xác định diện tích đất ở đối với trường hợp Giấy chứng nhận quyền sử dụng đất đã cấp trước ngày 01 tháng 7 năm 2004 không thuộc trường hợp quy định tại khoản 6 Điều 141 của Luật Đất đai mà chưa xác định cụ thể diện tích đất ở hoặc diện tích đất ở trên Giấy chứng nhận quyền sử dụng đất đã cấp không đúng quy định theo quy định		60	11	0	DOP	DOP20W	DOP80	P	1	20	20		0		2026-07
1.115446	Đính chính Giấy chứng nhận đã cấp lần đầu có sai sót		60	11	0	DOP	DOP8W	DOP80	P	1	8	8		0		2026-07
1.115447	Thu hồi Giấy chứng nhận đã cấp lần đầu không đúng quy định của pháp luật đất đai do người sử dụng đất, chủ sở hữu tài sản gắn liền với đất phát hiện và cấp lại Giấy chứng nhận sau khi thu hồi		60	11	1	DOP	DOP25W	DOP80	P	1	25	25		0		2026-07
1.115448	Giao đất ở có thu tiền sử dụng đất không thông qua đấu giá, không đấu thầu lựa chọn nhà đầu tư thực hiện dự án có sử dụng đất đối với cá nhân là cán bộ, công chức, viên chức, sĩ quan tại ngũ, quân nhân chuyên nghiệp, công chức quốc phòng, công nhân và viên chức quốc phòng, sĩ quan, hạ sĩ quan, công nhân công an, người làm công tác cơ yếu và người làm công tác khác trong tổ chức cơ yếu hưởng lương từ ngân sách nhà nước mà chưa được giao đất ở, nhà ở; giáo viên, nhân viên y tế đang công tác tại các xã biên giới, hải đảo thuộc vùng có điều kiện kinh tế - xã hội khó khăn, vùng có điều kiện kinh tế - xã hội đặc biệt khó khăn nhưng chưa có đất ở, nhà ở tại nơi công tác hoặc chưa được hưởng chính sách hỗ trợ về nhà ở theo quy định của pháp luật về nhà ở; cá nhân thường trú tại xã mà không có đất ở và chưa được Nhà nước giao đất ở hoặc chưa được hưởng chính sách hỗ trợ về nhà ở theo quy định của pháp luật về nhà ở		60	11	0	DOP	DOP35D	DOP80	P	1				0		2026-07
1.115449	Tặng cho quyền sử dụng đất cho Nhà nước hoặc cộng đồng dân cư hoặc mở rộng đường giao thông đối với trường hợp thửa đất chưa được cấp Giấy chứng nhận		60	11	1	DOP	DOP10W		P	1	10	10		0		2026-07
1.115450	Sử dụng đất kết hợp đa mục đích, gia hạn phương án sử dụng đất kết hợp đa mục đích		60	11	0	DOP	DOP10W		P	1	10	10		0		2026-07
1.115451	Tổ chức kinh tế nhận chuyển nhượng, thuê quyền sử dụng đất, nhận góp vốn bằng quyền sử dụng đất để thực hiện dự án đầu tư		60	11	0	DOP	DOP15W		P	1	15	15		0		2026-07
1.115452	Giải quyết tranh chấp đất đai thuộc thẩm quyền của Chủ tịch Ủy ban nhân dân cấp xã		60	11	0	DOP	DOP45D	DOP80	P	1				0		2026-07
1.115453	Hòa giải tranh chấp đất đai thuộc thẩm quyền cấp xã (1) Trình tự thực hiện:		60	11	0	DOP	DOP30D		P	1				0		2026-07
1.115454	Trình tự, thủ tục cấp Giấy chứng nhận quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất đối với trường hợp người sử dụng đất đã thực hiện chuyển đổi quyền sử dụng đất nông nghiệp theo phương án “dồn điền đổi thửa” được cơ quan có thẩm quyền phê duyệt trước ngày 01 tháng 8 năm 2024		60	11	0	DOP	DOP30W,DOP38W	DOP80	P	1	30	38		0		2026-07
1.115494	Giao đất, cho thuê đất, chuyển mục đích sử dụng đất đối với trường hợp giao đất, cho thuê đất không đấu giá quyền sử dụng đất, không đấu thầu lựa chọn nhà đầu tư thực hiện dự án có sử dụng đất và trường hợp giao đất, cho thuê đất thông qua đấu thầu lựa chọn nhà đầu tư thực hiện dự án có sử dụng đất; giao đất và giao rừng; cho thuê đất và cho thuê rừng; giao đất, cho thuê đất đồng thời giao khu vực biển để thực hiện hoạt động lấn biển		60	10	1	DOP	DOP10W	DOP145	P	6	10	20		0		2026-07
1.115495	Giao đất, cho thuê đất đối với trường hợp giao đất, cho thuê đất thông qua đấu giá quyền sử dụng đất		60	10	1	DOP	DOP10W	DOP145	F	2	10	20		0		2026-07
1.115496	Chuyển mục đích sử dụng đất; chuyển hình thức sử dụng đất; gia hạn sử dụng đất khi hết thời hạn sử dụng đất; điều chỉnh thời hạn sử dụng đất của dự án đầu tư		60	10	1	DOP	DOP10W	DOP145	P	23	10	20		0		2026-07
1.115499	Giao đất, cho thuê đất, chuyển mục đích sử dụng đất đối với trường hợp giao đất, cho thuê đất không đấu giá quyền sử dụng đất, không đấu thầu lựa chọn nhà đầu tư thực hiện dự án có sử dụng đất và trường hợp giao đất, cho thuê đất thông qua đấu thầu lựa chọn nhà đầu tư thực hiện dự án có sử dụng đất; giao đất và giao rừng; cho thuê đất và cho thuê rừng; giao đất, cho thuê đất đồng thời giao khu vực biển để thực hiện hoạt động lấn biển		60	10	1	DOP	DOP10W	DOP145	P	7	10	20		0		2026-07
1.115503	Gia hạn sử dụng đất khi hết thời hạn sử dụng đất đối với trường hợp sử dụng đất không thuộc diện chấp thuận chủ trương đầu tư theo pháp luật về đầu tư, không thuộc trường hợp thực hiện thủ tục xác nhận tiếp tục sử dụng đất nông nghiệp của cá nhân khi hết thời hạn sử dụng đất quy định tại Điều 65 của Nghị định số 102/2024/NĐ-CP		60	10	1	DOP	DOP10W	DOP145	P	4	10	20		0		2026-07
1.115504	Điều chỉnh quyết định giao đất, cho thuê đất, cho phép chuyển mục đích sử dụng đất.		60	10	1	DOP	DOP5W	DOP145	P	4	5	5		0		2026-07
1.115514	Đăng ký, cấp Giấy chứng nhận quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất đối với trường hợp hộ gia đình, cá nhân đã được cấp Giấy chứng nhận một phần diện tích vào loại đất ở trước ngày 01 tháng 7 năm 2004, phần diện tích còn lại của thửa đất chưa được cấp Giấy chứng nhận		60	10	1	DOP	DOP10W	DOP145	P	3	10	20		0		2026-07
1.115515	Sử dụng đất kết hợp đa mục đích; gia hạn phương án sử dụng đất kết hợp đa mục đích		60	10	1	DOP	DOP15W		P	4	15	20		0		2026-07
1.115516	Đính chính Giấy chứng nhận do cơ quan có chức năng quản lý đất đai thực hiện có sai sót		60	10	1	DOP	DOP5W	DOP145	P	4	5	15		0		2026-07
1.115517	Thu hồi, hủy Giấy chứng nhận đã cấp do cơ quan có chức năng quản lý đất đai thực hiện không đúng quy định của pháp luật đất đai do người sử dụng đất, chủ sở hữu tài sản gắn liền với đất phát hiện và cấp Giấy chứng nhận sau khi thu hồi		60	10	1	DOP	DOP12W		P	3	12	22		0		2026-07
1.115518	Giao đất ở có thu tiền sử dụng đất không thông qua đấu giá, không đấu thầu lựa chọn nhà đầu tư thực hiện dự án có sử dụng đất đối với các trường hợp quy định tại các điểm a, b, c và d khoản 3 Điều 124 Luật Đất đai		60	10	1	DOP	DOP17W	DOP145	P	4	17	20		0		2026-07
1.115519	Cấp Giấy chứng nhận quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất đối với toàn bộ diện tích đất đang sử dụng quy định tại điểm b, điểm c khoản 2 và khoản 4 Điều 24 Nghị định số 101/2024/NĐ-CP		60	10	1	DOP	DOP10W	DOP145	P	5	10	20		0		2026-07
1.115520	Đăng ký, cấp Giấy chứng nhận quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất lần đầu đối với hộ gia đình, cá nhân, cộng đồng dân cư, người gốc Việt Nam định cư ở nước ngoài		60	10	1	DOP	DOP13W	DOP145	P	17	13	23		0		2026-07
1.115521	Đăng ký, cấp Giấy chứng nhận quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất lần đầu đối với tổ chức đang sử dụng đất		60	10	1	DOP	DOP13W	DOP145	P	10	13	23		0		2026-07
1.115522	Đăng ký, cấp Giấy chứng nhận đối với trường hợp chuyển nhượng dự án đầu tư có sử dụng đất (dự án chưa được cấp Giấy chứng nhận)		60	10	1	DOP	DOP8W	DOP145	F	6	8	18		0		2026-07
1.115534	Xác định diện tích đất ở đối với trường hợp quy định tại điểm d khoản 2 Điều 20 Nghị định 49/2026/NĐ-CP của Chính phủ		60	10	1	DOP	DOP15W	DOP145	P	5	15	25		0		2026-07
1.115535	Đăng ký biến động đất đai, tài sản gắn liền với đất trong trường hợp hộ gia đình, cá nhân đang sử dụng đất không đúng mục đích đã được Nhà nước giao đất, cho thuê đất, công nhận quyền sử dụng đất quy định tại điểm b khoản 6 Điều 25 Nghị định số 101/2024/NĐ-CP		60	10	1	DOP	DOP7W	DOP145	P	5	7	17		0		2026-07
1.115536	Xác định lại diện tích đất ở của hộ gia đình, cá nhân đã được cấp Giấy chứng nhận trước ngày 01 tháng 7 năm 2004		60	10	1	DOP	DOP10W	DOP145	P	4	10	30		0		2026-07
1.115537	Cấp Giấy chứng nhận quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất đối với trường hợp người sử dụng đất đã thực hiện chuyển đổi quyền sử dụng đất nông nghiệp theo phương án “dồn điền đổi thửa” được cơ quan có thẩm quyền phê duyệt trước ngày 01 tháng 8 năm 2024		60	10	1	DOP	DOP10W	DP145,O146	P	5	10	20		0		2026-07
1.115543	Tặng cho quyền sử dụng đất cho Nhà nước hoặc cộng đồng dân cư hoặc mở rộng đường giao thông đối với trường hợp thửa đất chưa được cấp Giấy chứng nhận		60	10	1	DOP	DOP5W		P	1	5	5		0		2026-07
1.115547	Đăng ký, cấp Giấy chứng nhận đối với trường hợp cá nhân, hộ gia đình đã được cấp Giấy chứng nhận một phần diện tích vào loại đất ở trước ngày 01 tháng 7 năm 2004, phần diện tích còn lại của thửa đất chưa được cấp Giấy chứng nhận		60	39	2	D	D12D		N	0				0		2026-07
1.115562	Đăng ký biến động đối với trường hợp thay đổi quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất theo thỏa thuận của các thành viên hộ gia đình hoặc của vợ và chồng; quyền sử dụng đất xây dựng công trình trên mặt đất phục vụ cho việc vận hành, khai thác sử dụng công trình ngầm, quyền sở hữu công trình ngầm; bán tài sản, điều chuyển, chuyển nhượng quyền sử dụng đất là tài sản công theo quy định của pháp luật về quản lý, sử dụng tài sản công; nhận quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất theo kết quả giải quyết tranh chấp, khiếu nại, tố cáo về đất đai hoặc bản án, quyết định của Tòa án, quyết định thi hành án của cơ quan thi hành án đã được thi hành; quyết định hoặc phán quyết của Trọng tài thương mại Việt Nam về giải quyết tranh chấp giữa các bên phát sinh từ hoạt động thương mại liên quan đến đất đai; nhận quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất do xử lý tài sản thế chấp là quyền sử dụng đất, tài sản gắn liền với đất đã được đăng ký, bao gồm cả xử lý khoản nợ có nguồn gốc từ khoản nợ xấu của tổ chức tín dụng, chi nhánh ngân hàng nước ngoài		60	39	1	DOP	DOP8W,DOP18W,DOP10W,DOP20W		P	0	8	20		0		2026-07
1.115563	Xóa ghi nợ tiền sử dụng đất, lệ phí trước bạ trên Giấy chứng nhận đã cấp		60	39	1	DOP	DOP15H		P	0				0		2026-07
1.115564	Đăng ký biến động chuyển mục đích sử dụng đất không phải xin phép cơ quan nhà nước có thẩm quyền		60	39	1	DOP	DOP7W,DOP17W		P	0	7	17		0		2026-07
1.115565	Đăng ký, cấp Giấy chứng nhận đối với trường hợp hộ gia đình, cá nhân đang sử dụng đất không đúng mục đích đã được Nhà nước công nhận quyền sử dụng đất trước ngày 01 tháng 7 năm 2014		60	39	1	DOP	DOP12W,DOP22W		P	0	12	22		0		2026-07
1.115566	Đăng ký, cấp Giấy chứng nhận đối với trường hợp chuyển nhượng dự án đầu tư có sử dụng đất		60	39	1	DOP	DOP20W,DOP30W,DOP8W,DOP18W		P	0	8	30		0		2026-07
1.115567	Đăng ký tài sản gắn liền với thửa đất đã được cấp Giấy chứng nhận hoặc đăng ký thay đổi về tài sản gắn liền với đất so với nội dung đã đăng ký, gia hạn thời hạn sở hữu nhà ở của tổ chức nước ngoài, cá nhân nước ngoài theo quy định của pháp luật về nhà ở nội dung đã đăng ký		60	39	1	DOP	DOP8W,DOP18W,DOP5W,DOP15W		P	0	5	18		0		2026-07
1.115568	Xác nhận tiếp tục sử dụng đất nông nghiệp		60	39	1	DOP	DOP7W,DOP10W		P	0	7	10		0		2026-07
1.115569	Huỷ kết quả đăng ký biến động trên giấy chứng nhận		60	39	1	DOP	DOP8W		P	0	8	8		0		2026-07
1.115570	Tổ chức kinh tế nhận chuyển nhượng, thuê quyền sử dụng đất, nhận góp vốn bằng quyền sử dụng đất để thực hiện dự án đầu tư		60	39	1	DOP	DOP23W,DOP10D		P	0	23	23		0		2026-07
1.115572	Thẩm định, phê duyệt phương án sử dụng đất		60	39	1	DOP	DOP33W,DOP10D		P	0	33	33		0		2026-07
1.115573	Sử dụng đất kết hợp đa mục đích, gia hạn phương án sử dụng đất kết hợp đa mục đích		60	39	1	DOP	DOP15D,DOP25D,DOP7W,DOP17W		P	0	7	17		0		2026-07
1.115577	Giao đất, cho thuê đất đối với trường hợp giao đất, cho thuê đất không đấu giá quyền sử dụng đất, không đấu thầu lựa chọn nhà đầu tư thực hiện dự án có sử dụng đất và trường hợp giao đất, cho thuê đất thông qua đấu thầu lựa chọn nhà đầu tư thực hiện dự án có sử dụng đất; giao đất và giao rừng; cho thuê đất và cho thuê rừng		60	39	1	DOP	DOP15D,DOP25D		P	0				0		2026-07
1.115578	Chuyển mục đích sử dụng đất; chuyển hình thức sử dụng đất; gia hạn sử dụng đất khi hết thời hạn sử dụng đất; điều chỉnh thời hạn sử dụng đất của dự án đầu tư		60	39	1	DOP	DOP15D,DOP25D		P	0				0		2026-07
1.115579	Gia hạn sử dụng đất khi hết thời hạn sử dụng đất đối với trường hợp sử dụng đất không thuộc diện chấp thuận chủ trương đầu tư theo pháp luật về đầu tư		60	39	1	DOP	DOP15D,DOP25D		P	0				0		2026-07
1.115580	Điều chỉnh quyết định giao đất, cho thuê đất, cho phép chuyển mục đích sử dụng đất		60	39	1	DOP	DOP7W,DOP17W		P	0	7	17		0		2026-07
1.115581	Giao đất ở có thu tiền sử dụng đất không thông qua đấu giá, không đấu thầu lựa chọn nhà đầu tư thực hiện dự án có sử dụng đất đối với cá nhân là cán bộ, công chức, viên chức, sĩ quan tại ngũ, quân nhân chuyên nghiệp, công chức quốc phòng, công nhân và viên chức quốc phòng, sĩ quan, hạ sĩ quan, công nhân công an, người làm công tác cơ yếu và người làm công tác khác trong tổ chức cơ yếu hưởng lương từ ngân sách nhà nước mà chưa được giao đất ở, nhà ở; giáo viên, nhân viên y tế đang công tác tại các xã biên giới, hải đảo thuộc vùng có điều kiện kinh tế - xã hội khó khăn, vùng có điều kiện kinh tế - xã hội đặc biệt khó khăn nhưng chưa có đất ở, nhà ở tại nơi công tác hoặc chưa được hưởng chính sách hỗ trợ về nhà ở theo quy định của pháp luật về nhà ở; cá nhân thường trú tại xã mà không có đất ở và chưa được Nhà nước giao đất ở hoặc chưa được hưởng chính sách hỗ trợ về nhà ở theo quy định của pháp luật về nhà ở		60	39	1	DOP	DOP35D,DOP45D		P	0				0		2026-07
1.115582	Đăng ký đất đai, tài sản gắn liền với đất, cấp Giấy chứng nhận quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất lần đầu đối với tổ chức đang sử dụng đất		60	39	1	DOP	DOP17W,DOP20W,DOP27W,DOP30W		P	0	17	30		0		2026-07
1.115583	Đăng ký đất đai, tài sản gắn liền với đất, cấp Giấy chứng nhận quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất lần đầu đối với hộ gia đình, cá nhân, cộng đồng dân cư, người gốc Việt Nam định cư ở nước ngoài		60	39	1	DOP	DOP17W,DOP20W,DOP27W,DOP30W		P	0	17	30		0		2026-07
1.115584	Xác định lại diện tích đất ở của hộ gia đình, cá nhân đã được cấp Giấy chứng nhận trước ngày 01 tháng 7 năm 2004		99	39	1	DOP	DOP20W,DOP30W		P	0	20	30		0		2026-07
1.115585	Đính chính Giấy chứng nhận đã cấp lần đầu có sai sót		60	39	1	DOP	DOP8W,DOP18W		P	0	8	18		0		2026-07
1.115586	Thu hồi Giấy chứng nhận đã cấp lần đầu không đúng quy định của pháp luật đất đai do người sử dụng đất, chủ sở hữu tài sản gắn liền với đất phát hiện và cấp lại Giấy chứng nhận sau khi thu hồi		60	39	1	DOP	DOP45W,DOP65W,DOP42W,DOP62W,DOP28W,DOP48W		P	0	28	65		0		2026-07
1.115587	Tặng cho quyền sử dụng đất cho Nhà nước hoặc cộng đồng dân cư hoặc mở rộng đường giao thông đối với trường hợp thửa đất chưa được cấp Giấy chứng nhận		60	39	1	DOP	DOP10W,DOP20W		P	0	10	20		0		2026-07
1.115588	Xác định diện tích đất ở đối với trường hợp quy định tại điểm d khoản 2 Điều 20 Nghị định số 49/2026/NĐ-CP		60	39	1	DOP	DOP10W,DOP20W		P	0	10	20		0		2026-07
1.115589	Cấp Giấy chứng nhận quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất đối với trường hợp người sử dụng đất đã thực hiện chuyển đổi quyền sử dụng đất nông nghiệp theo phương án “dồn điền đổi thửa” được cơ quan có thẩm quyền phê duyệt trước ngày 01 tháng 8 năm 2024		60	39	1	DOP	DOP15W,DOP25W		P	0	15	25		0		2026-07
1.115590	Đăng ký, cấp Giấy chứng nhận đối với toàn bộ diện tích đất đang sử dụng theo quy định tại điểm b và điểm c khoản 2 Điều 24 Nghị định số 101/2024/NĐ-CP		60	39	1	DOP	DOP20W,DOP30W		P	0	20	30		0		2026-07
1.115591	Tổ chức kinh tế nhận chuyển nhượng, thuê quyền sử dụng đất, nhận góp vốn bằng quyền sử dụng đất để thực hiện dự án đầu tư		60	39	1	DOP	DOP20W,DOP30W		P	0	20	30		0		2026-07
1.115592	Sử dụng đất kết hợp đa mục đích, gia hạn phương án sử dụng đất kết hợp đa mục đích		60	39	1	DOP	DOP20W,DOP30W		P	0	20	30		0		2026-07
1.115593	Thủ tục xác nhận tiếp tục sử dụng đất nông nghiệp của cá nhân khi hết thời hạn sử dụng đất		60	31	1	DOP	DOPT5	DOP147,DOP148,DOP149,DOP150,DOP151,DOP152,DOP153,DOP154,DOP155,DOP156,DOP157,DOP158	P	4				0		2026-07
1.115620	Đăng ký đất đai, tài sản gắn liền với đất, cấp Giấy chứng nhận quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất lần đầu đối với cá nhân, cộng đồng dân cư, hộ gia đình đang sử dụng đất		60	31	1	DOP	DOPT10	DOP159	P	18				0		2026-07
1.115621	Cấp lại Giấy chứng nhận do bị mất		60	31	1	DOP	DOP5W	DOP160	P	5	5	5		0		2026-07
1.115622	Cấp Giấy chứng nhận quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất đối với trường hợp người sử dụng đất đã thực hiện chuyển đổi quyền sử dụng đất nông nghiệp theo phương án “dồn điền đổi thửa” được cơ quan có thẩm quyền phê duyệt trước ngày 01 tháng 8 năm 2024		60	31	1	DOP	DOPT6	DOP159	P	3				0		2026-07
1.115623	Cấp Giấy chứng nhận quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất đối với trường hợp hộ gia đình, cá nhân đã được cấp giấy chứng nhận đối với một phần diện tích của thửa đất, phần diện tích còn lại chưa đủ điều kiện cấp giấy chứng nhận theo quy định của pháp luật tại thời điểm cấp giấy chứng nhận trước đây mà nay đủ điều kiện cấp Giấy chứng nhận quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất		60	31	1	DOP	DOP10W	DOP159	P	3	10	10		0		2026-07
1.115624	Đăng ký, cấp Giấy chứng nhận quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất đối với toàn bộ diện tích đất đang sử dụng quy định tại điểm b và điểm c khoản 2 Điều 24 Nghị định số 101/2024/NĐ-CP		60	31	1	DOP	DOP10W	DOP159	P	4	10	10		0		2026-07
1.115625	Giải quyết đối với trường hợp cá nhân, hộ gia đình đã được cấp Giấy chứng nhận một phần diện tích vào loại đất ở trước ngày 01 tháng 7 năm 2004, phần diện tích còn lại của thửa đất chưa được cấp Giấy chứng nhận.		60	31	1	DOP	DOP10W,DOPT6	DOP159	P	2	10	10		0		2026-07
1.115626	Xác định lại diện tích đất ở của hộ gia đình, cá nhân trong trường hợp thửa đất ở có vườn, ao, đất thổ cư đã được cấp giấy chứng nhận trước ngày 01 tháng 7 năm 2004 khi người sử dụng đất có nhu cầu.		60	31	1	DOP	DOP10W	DOP159	P	3	10	10		0		2026-07
1.115627	Thu hồi Giấy chứng nhận đã cấp không đúng quy định của pháp luật đất đai do người sử dụng đất, chủ sở hữu tài sản gắn liền với đất phát hiện và cấp lại Giấy chứng nhận sau khi thu hồi.		60	31	1	DOP	DOPT11	DOP159	P	2				0		2026-07
1.115628	Đính chính Giấy chứng nhận đã cấp		60	31	1	DOP	DOP5W	DOP159	P	5	5	5		0		2026-07
1.115630	Đăng ký, cấp Giấy chứng nhận quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất đối với trường hợp tặng cho quyền sử dụng đất cho Nhà nước hoặc cộng đồng dân cư hoặc mở rộng đường giao thông		60	31	1	DOP	DOP5W	DOP159	P	2	5	5		0		2026-07
1.115633	Sử dụng đất kết hợp đa mục đích; gia hạn phương án sử dụng đất kết hợp đa mục đích		60	31	1	DOP	DOPT6,DOPT5		P	3				0		2026-07
1.115634	Điều chỉnh quyết định giao đất, cho thuê đất, cho phép chuyển mục đích sử dụng đất do sai sót về ranh giới, vị trí, diện tích, mục đích sử dụng giữa bản đồ quy hoạch, bản đồ địa chính, quyết định giao đất, cho thuê đất, cho phép chuyển mục đích sử dụng đất và số liệu bàn giao đất trên thực địa		60	31	1	DOP	DOP10W	DOP159	P	2	10	10		0		2026-07
1.115638	Điều chỉnh thời hạn sử dụng đất của dự án đầu tư		60	31	1	DOP	DOP10W	DOP159	P	5	10	10		0		2026-07
1.115640	Điều chỉnh quyết định giao đất, cho thuê đất, cho phép chuyển mục đích sử dụng đất do thay đổi căn cứ quyết định giao đất, cho thuê đất, cho phép chuyển mục đích sử dụng đất		60	31	1	DOP	DOP5W	DOP159	P	4	5	5		0		2026-07
1.115641	Chuyển hình thức giao đất, cho thuê đất		60	31	1	DOP	DOP10W	DOP159	P	4	10	10		0		2026-07
1.115643	Gia hạn sử dụng đất khi hết thời hạn sử dụng đất		60	31	1	DOP	DOP10W	DOP159	P	5	10	10		0		2026-07
1.115645	Cho phép chuyển mục đích sử dụng đất đối với trường hợp không thuộc diện chấp thuận chủ trương đầu tư, chấp thuận nhà đầu tư theo quy định của pháp luật về đầu tư		60	31	1	DOP	DOP10W	DOP159	P	1	10	10		0		2026-07
1.115646	Cho phép chuyển mục đích sử dụng đất đối với trường hợp thuộc diện chấp thuận chủ trương đầu tư, chấp thuận nhà đầu tư theo quy định của pháp luật về đầu tư		60	31	1	DOP	DOP10W	DOP159	P	4	10	10		0		2026-07
1.115648	Giao đất, cho thuê đất không thông qua hình thức đấu giá quyền sử dụng đất, không đấu thầu lựa chọn nhà đầu tư thực hiện dự án có sử dụng đất đối với trường hợp không thuộc diện chấp thuận chủ trương đầu tư, chấp thuận nhà đầu tư theo pháp luật về đầu tư; giao rừng, cho thuê rừng		60	31	1	DOP	DOP10W	DOP159	P	2	10	10		0		2026-07
1.115649	Giao đất, cho thuê đất không thông qua hình thức đấu giá quyền sử dụng đất, không đấu thầu lựa chọn nhà đầu tư thực hiện dự án có sử dụng đất đối với trường hợp thuộc diện chấp thuận chủ trương đầu tư, chấp thuận nhà đầu tư		60	31	1	DOP	DOP10W	DOP159	P	9	10	10		0		2026-07
1.115678	Giao đất, cho thuê đất đối với trường hợp giao đất, cho thuê đất không đấu giá quyền sử dụng đất, không đấu thầu lựa chọn nhà đầu tư thực hiện dự án có sử dụng đất và trường hợp giao đất, cho thuê đất thông qua đấu thầu lựa chọn nhà đầu tư thực hiện dự án có sử dụng đất; giao đất và giao rừng; cho thuê đất và cho thuê rừng		60	20	1	DOP	DOP15W	DOP80	P	10	15	15		0		2026-07
1.115679	Chuyển mục đích sử dụng đất; chuyển hình thức sử dụng đất; gia hạn sử dụng đất khi hết thời hạn sử dụng đất; điều chỉnh thời hạn sử dụng đất của dự án đầu tư đối với trường hợp quy định tại Khoản 1 Điều 175 Luật Đất đai năm 2024		60	20	1	DOP	DOP15W	DOP80	P	13	15	15		0		2026-07
1.115680	Điều chỉnh quyết định giao đất, cho thuê đất, cho phép chuyển mục đích sử dụng đất		60	20	1	DOP	DOP15W	DOP80	P	3	15	15		0		2026-07
1.115681	Tổ chức kinh tế nhận chuyển nhượng, thuê quyền sử dụng đất, nhận góp vốn bằng quyền sử dụng đất để thực hiện dự án đầu tư theo quy định tại điểm a, b khoản 1 Điều 127 Luật Đất đai		60	20	1	DOP	DOP23W		P	3	23	23		0		2026-07
1.115682	Sử dụng đất kết hợp đa mục đích		60	20	1	DOP	DOP15W		P	3	15	15		0		2026-07
1.115683	Gia hạn phương án sử dụng đất kết hợp đa mục đích		60	20	1	DOP	DOP7W		P	3	7	7		0		2026-07
1.115684	Giao đất ở có thu tiền sử dụng đất không thông qua đấu giá, không đấu thầu lựa chọn nhà đầu tư thực hiện dự án có sử dụng đất đối với cá nhân là cán bộ, công chức, viên chức, sĩ quan tại ngũ, quân nhân chuyên nghiệp, công chức quốc phòng, công nhân và viên chức quốc phòng, sĩ quan, hạ sĩ quan, công nhân công an, người làm công tác cơ yếu và người làm công tác khác trong tổ chức cơ yếu hưởng lương từ ngân sách nhà nước mà chưa được giao đất ở, nhà ở; giáo viên, nhân viên y tế đang công tác tại các xã biên giới thuộc vùng có điều kiện kinh tế - xã hội khó khăn, vùng có điều kiện kinh tế - xã hội đặc biệt khó khăn nhưng chưa có đất ở, nhà ở tại nơi công tác hoặc chưa được hưởng chính sách hỗ trợ về nhà ở theo quy định của pháp luật về nhà ở; cá nhân thường trú tại xã mà không có đất ở và chưa được Nhà nước giao đất ở hoặc chưa được hưởng chính sách hỗ trợ về nhà ở theo quy định của pháp luật về nhà ở		60	20	1	DOP	DOP35D	DOP80	P	1				0		2026-07
1.115685	Xác định lại diện tích đất ở của hộ gia đình, cá nhân đã được cấp Giấy chứng nhận trước ngày 01 tháng 7 năm 2004		60	20	1	DOP	DOP20W	DOP80	P	3	20	20		0		2026-07
1.115686	Đính chính Giấy chứng nhận đã cấp lần đầu có sai sót		60	20	1	DOP	DOP8W	DOP80	P	4	8	8		0		2026-07
1.115687	Thu hồi Giấy chứng nhận đã cấp lần đầu không đúng quy định của pháp luật đất đai do người sử dụng đất, chủ sở hữu tài sản gắn liền với đất phát hiện và cấp lại Giấy chứng nhận sau khi thu hồi		60	20	1	DOP	DOPT12	DOP80	P	2	20	20		0		2026-07
1.115688	Đăng ký đất đai, tài sản gắn liền với đất, cấp Giấy chứng nhận quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất lần đầu đối với tổ chức đang sử dụng đất		60	20	1	DOP	DOPT12	DOP80	P	8	17	17		0		2026-07
1.115689	Đăng ký đất đai, tài sản gắn liền với đất, cấp Giấy chứng nhận quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất lần đầu đối với hộ gia đình, cá nhân, cộng đồng dân cư, người gốc Việt Nam định cư ở nước ngoài.		60	20	1	DOP	DOP17W	DOP80	P	26	17	17		0		2026-07
1.115690	Tặng cho quyền sử dụng đất cho Nhà nước hoặc cộng đồng dân cư hoặc mở rộng đường giao thông đối với trường hợp thửa đất chưa được cấp Giấy chứng nhận		60	20	1	DOP	DOP8W		P	1	8	8		0		2026-07
1.115691	Đăng ký, cấp Giấy chứng nhận quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất đối với trường hợp người sử dụng đất đã thực hiện chuyển đổi quyền sử dụng đất nông nghiệp theo phương án “dồn điền đổi thửa” được cơ quan có thẩm quyền phê duyệt trước ngày 01 tháng 8 năm 2024		60	20	1	DOP	DOP15W	DOP80	P	3	15	15		0		2026-07
1.115692	Đăng ký, cấp Giấy chứng nhận quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất đối với trường hợp hộ gia đình, cá nhân đã được cấp giấy chứng nhận đối với một phần diện tích của thửa đất, phần diện tích còn lại chưa đủ điều kiện cấp giấy chứng nhận theo quy định của pháp luật tại thời điểm cấp giấy chứng nhận trước đây mà nay đủ điều kiện cấp Giấy chứng nhận quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất		60	20	1	DOP	DOP20W	DOP80	P	5	20	20		0		2026-07
1.115693	Đăng ký, cấp Giấy chứng nhận đối với thửa đất có diện tích tăng thêm do thay đổi ranh giới so với giấy chứng nhận đã cấp đối với trường hợp thửa đất gốc đã có Giấy chứng nhận, phần diện tích đất tăng thêm chưa được cấp Giấy chứng nhận		60	20	1	DOP	DOP18W	DOP80	P	5	18	18		0		2026-07
1.115737	Cấp Giấy chứng nhận quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất đối với trường hợp người sử dụng đất đã thực hiện chuyển đổi quyền sử dụng đất nông nghiệp theo phương án “dồn điền đổi thửa” được cơ quan có thẩm quyền phê duyệt trước ngày 01 tháng 8 năm 2024		60	13	1	DOP	DOPT13	DOP161	F	4				0		2026-07
1.115738	Đính chính Giấy chứng nhận đã cấp lần đầu có sai sót (Cấp xã)		60	13	1	DOP	DOPT14	DOP162,P82	F	4				0		2026-07
1.115739	Góp quyền sử dụng đất, điều chỉnh lại đất đai (cấp xã)		60	13	1	DOP	DOPT15	DOP161	F	4				0		2026-07
1.115740	Sử dụng đất kết hợp đa mục đích (Cấp xã)		60	13	1	DOP	DPT16,OT17	DOP162	F	3				0		2026-07
1.115741	Cấp Giấy chứng nhận quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất đối với trường hợp hộ gia đình, cá nhân đã được cấp giấy chứng nhận đối với một phần diện tích của thửa đất, phần diện tích còn lại chưa đủ điều kiện cấp giấy chứng nhận theo quy định của pháp luật tại thời điểm cấp giấy chứng nhận trước đây mà nay đủ điều kiện cấp Giấy chứng nhận quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất		60	13	1	DOP	DOPT18	DOP161,OP82	F	3				0		2026-07
1.115742	Giao đất, cho thuê đất đối với trường hợp giao đất, cho thuê đất không đấu giá quyền sử dụng đất, không đấu thầu lựa chọn nhà đầu tư thực hiện dự án có sử dụng đất và trường hợp giao đất, cho thuê đất thông qua đấu thầu lựa chọn nhà đầu tư thực hiện dự án có sử dụng đất; giao đất và giao rừng; cho thuê đất và cho thuê rừng (Cấp xã)		60	13	1	DOP	DOPT18	DOP161	F	10				0		2026-07
1.115743	Chuyển mục đích sử dụng đất (cấp xã)		60	13	1	DOP	DOPT18	DOP82	F	2				0		2026-07
1.115745	Thu hồi, hủy Giấy chứng nhận đã cấp và cấp Giấy chứng nhận (Cấp xã) quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất sau khi thu hồi Giấy chứng nhận đã cấp		60	13	1	DOP	DOPT19	DOP162	F	2				0		2026-07
1.115746	Chuyển hình thức sử dụng đất; gia hạn sử dụng đất khi hết thời hạn sử dụng đất; điều chỉnh thời hạn sử dụng đất (cấp xã)		60	13	1	DOP	DOPT18	DOP82	F	14				0		2026-07
1.115747	Điều chỉnh quyết định giao đất, cho thuê đất, cho phép chuyển mục đích sử dụng đất (cấp xã)		60	13	1	DOP	DOPT20	DOP82	F	3				0		2026-07
1.115748	Đăng ký đất đai, tài sản gắn liền với đất lần đầu đối với cá nhân, cộng đồng dân cư, hộ gia đình đang sử dụng đất		60	13	1	DOP	DOPT21	DOP162	F	16	20	20		0		2026-07
1.115749	Tổ chức kinh tế thỏa thuận nhận quyền sử dụng đất để thực hiện dự án (cấp xã)		60	13	1	DOP	DOPT22	DOP82	F	2				0		2026-07
1.115750	Cấp Giấy chứng nhận quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất lần đầu (cấp xã)		60	13	1	DOP	DOPT23	DOP162	F	2	3	3		0		2026-07
1.115751	Xác định lại diện tích đất ở của hộ gia đình, cá nhân đã được cấp Giấy chứng nhận trước ngày 01 tháng 7 năm 2004		60	13	1	DOP	DOPT24	DOP162	F	2				0		2026-07
1.115752	Giao đất ở có thu tiền sử dụng đất không thông qua đấu giá, không đấu thầu lựa chọn nhà đầu tư thực hiện dự án có sử dụng đất đối với cá nhân là cán bộ, công chức, viên chức, sĩ quan tại ngũ, quân nhân chuyên nghiệp, công chức quốc phòng, công nhân và viên chức quốc phòng, sĩ quan, hạ sĩ quan, công nhân công an, người làm công tác cơ yếu và người làm công tác khác trong tổ chức cơ yếu hưởng lương từ ngân sách nhà nước mà chưa được giao đất ở, nhà ở; giáo viên, nhân viên y tế đang công tác tại các xã biên giới, hải đảo thuộc vùng có điều kiện kinh tế - xã hội khó khăn, vùng có điều kiện kinh tế - xã hội đặc biệt khó khăn nhưng chưa có đất ở, nhà ở tại nơi công tác hoặc chưa được hưởng chính sách hỗ trợ về nhà ở theo quy định của pháp luật về nhà ở; cá nhân thường trú tại xã mà không có đất ở và chưa được Nhà nước giao đất ở hoặc chưa được hưởng chính sách hỗ trợ về nhà ở theo quy định của pháp luật về nhà ở		60	13	1	DOP	DOPT25	DOP162	F	1				0		2026-07
1.115753	Đăng ký, cấp Giấy chứng nhận quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất đối với trường hợp tặng cho quyền sử dụng đất cho Nhà nước hoặc cộng đồng dân cư hoặc mở rộng đường giao thông		60	13	1	DOP	DOPT26	DOP162	F	1	10	10		0		2026-07
1.115754	Tổ chức kinh tế nhận chuyển nhượng, thuê quyền sử dụng đất, nhận góp vốn bằng quyền sử dụng đất để thực hiện dự án đầu tư		60	26	1	DOP	DOP11W,DOP16W		P	2	11	16		0		2026-07
1.115755	Giao đất, cho thuê đất, giao khu vực biển để thực hiện hoạt động lấn biển (cấp xã)		60	26	1	DOP	DOP15W,DOP22W	DOP163,DOP164	P	2	15	22		0		2026-07
1.115756	Xác định lại diện tích đất ở của hộ gia đình, cá nhân đã được cấp Giấy chứng nhận trước ngày 01 tháng 7 năm 2004		60	26	1	DOP	DOP14W,DOP21W	DOP165,DOP166	P	3	14	21		0		2026-07
1.115757	Đính chính Giấy chứng nhận đã cấp lần đầu có sai sót		60	26	1	DOP	DOP6W,DOP13W	DOP166	P	4	6	13		0		2026-07
1.115758	Thu hồi Giấy chứng nhận đã cấp lần đầu không đúng quy định của pháp luật đất đai do người sử dụng đất, chủ sở hữu tài sản gắn liền với đất phát hiện		60	26	1	DOP	DOP20W,DOP25W		P	2	20	25		0		2026-07
1.115759	Đăng ký đất đai, tài sản gắn liền với đất, cấp Giấy chứng nhận quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất lần đầu đối với tổ chức đang sử dụng đất		60	26	1	DOP	DOP9W,DOP15W,DOP19W,DOP26W,DOP12W	DOP167,DOP168	P	9	9	26		0		2026-07
1.115760	Đăng ký đất đai, tài sản gắn liền với đất, cấp Giấy chứng nhận quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất lần đầu đối với hộ gia đình, cá nhân, cộng đồng dân cư, người gốc Việt Nam định cư ở nước ngoài		60	26	1	DOP	DOP9W,DOP15W,DOP19W,DOP26W	DOP163,DOP164	P	26	9	26		0		2026-07
1.115761	Sử dụng đất kết hợp đa mục đích, gia hạn phương án sử dụng đất kết hợp đa mục đích		60	26	1	DOP	DOP10W,DOP17W,DOP7W,DOP12W		P	4	7	17		0		2026-07
1.115762	Tặng cho quyền sử dụng đất cho Nhà nước hoặc cộng đồng dân cư hoặc mở rộng đường giao thông đối với trường hợp thửa đất chưa được cấp Giấy chứng nhận		60	26	1	DOP	DOP7W,DOP14W		P	1	7	14		0		2026-07
1.115763	Giao đất ở có thu tiền sử dụng đất không thông qua đấu giá, không đấu thầu lựa chọn nhà đầu tư thực hiện dự án có sử dụng đất đối với cá nhân là cán bộ, công chức, viên chức, sĩ quan tại ngũ, quân nhân chuyên nghiệp, công chức quốc phòng, công nhân và viên chức quốc phòng, sĩ quan, hạ sĩ quan, công nhân công an, người làm công tác cơ yếu và người làm công tác khác trong tổ chức cơ yếu hưởng lương từ ngân sách nhà nước mà chưa được giao đất ở, nhà ở; giáo viên, nhân viên y tế đang công tác tại các xã biên giới, hải đảo thuộc vùng có điều kiện kinh tế - xã hội khó khăn, vùng có điều kiện kinh tế - xã hội đặc biệt khó khăn nhưng chưa có đất ở, nhà ở tại nơi công tác hoặc chưa được hưởng chính sách hỗ trợ về nhà ở theo quy định của pháp luật về nhà ở; cá nhân thường trú tại xã mà không có đất ở và chưa được Nhà nước giao đất ở hoặc chưa được hưởng chính sách hỗ trợ về nhà ở theo quy định của pháp luật về nhà ở		60	26	1	DOP	DOP20W,DOP30W	DOP169,DOP164	P	1	20	30		0		2026-07
1.115764	Điều chỉnh quyết định giao đất, cho thuê đất, cho phép chuyển mục đích sử dụng đất do sai sót về ranh giới, vị trí, diện tích, mục đích sử dụng giữa bản đồ quy hoạch, bản đồ địa chính, quyết định giao đất, cho thuê đất, cho phép chuyển mục đích sử dụng đất và số liệu bàn giao đất trên thực địa (cấp xã)		60	26	1	DOP	DOP12W,DOP17W	DOP170,DOP164	P	1	12	17		0		2026-07
1.115765	Điều chỉnh quyết định giao đất, cho thuê đất, cho phép chuyển mục đích sử dụng đất do thay đổi căn cứ quyết định giao đất, cho thuê đất, cho phép chuyển mục đích sử dụng đất; điều chỉnh thời hạn sử dụng đất của dự án đầu tư		60	26	1	DOP	DOP10W,DOP15W	DOP163,DOP164	P	5	10	15		0		2026-07
1.115766	Chuyển hình thức giao đất, cho thuê đất (cấp xã)		60	26	1	DOP	DOP15W,DOP22W	DOP163,DOP164	P	2	15	22		0		2026-07
1.115767	Giao đất, cho thuê đất, chuyển mục đích sử dụng đất đối với trường hợp giao đất, cho thuê đất không đấu giá quyền sử dụng đất, không đấu thầu lựa chọn nhà đầu tư thực hiện dự án có sử dụng đất; trường hợp giao đất, cho thuê đất thông qua đấu thầu lựa chọn nhà đầu tư thực hiện dự án có sử dụng đất; giao đất và giao rừng; cho thuê đất và cho thuê rừng, gia hạn sử dụng đất khi hết thời hạn sử dụng đất; trường hợp giao đất, cho thuê đất thông qua hình thức đấu giá quyền sử dụng đất (cấp xã)		60	26	1	DOP	DOP10W,DOP17W,DOP15W,DOP22W	DOP163,DOP164	P	22	10	24		0		2026-07
2.000012	Thủ tục hải quan đối với xăng dầu, hóa chất, khí, nguyên liệu nhập khẩu, tạm nhập		0	0	0	DO	DO1X	DO1	F	6				0		2026-07
2.000015	Thủ tục hải quan đối với xuất khẩu, tái xuất xăng dầu cho tàu biển		0	0	0	DO	DO15D		F	26				0		2026-07
2.000020	Thủ tục điện tử đối với tàu biển đã nhập cảnh ở một cảng biển của Việt Nam sau đó đến cảng biển, cảng thủy nội địa khác và phương tiện thủy nội địa Việt Nam, Campuchia nhập cảnh, xuất cảnh tại cảng biển, cảng thủy nội địa Việt Nam		0	0	1	O	O1X		P	6				0		2026-07
2.000038	Thủ tục đối với hàng hóa nhập khẩu hoặc hàng hóa xuất khẩu đóng ghép với hàng hóa quá cảnh gửi qua dịch vụ chuyển phát nhanh quốc tế		0	0	1	D	D1X		N	2				0		2026-07
2.000043	Thủ tục đối với hàng hóa xuất khẩu/nhập khẩu là tài liệu chứng từ không có giá trị thương mại gửi qua dịch vụ chuyển phát nhanh quốc tế		0	0	0	DO	DO1X		F	3				0		2026-07
2.000048	Thủ tục tái xuất xe ô tô, xe gắn máy đã tạm nhập khẩu miễn thuế		0	0	1	D	D0X	D8	N	4				0		2026-07
2.000206	Thẩm định, phê duyệt phương án ứng phó thiên tai cho công trình vùng hạ du đập thủy điện thuộc thẩm quyền phê duyệt của Ủy ban nhân dân cấp xã		100	22	1	DP	DP20W		N	5	20	20		0		2026-07
2.000282	Tiếp nhận đối tượng cần bảo vệ khẩn cấp vào cơ sở trợ giúp xã hội	Admission to a social assistance facility (emergency)	11	6	2	DO	DO10W		P	3	10	10	59	15	019d2bff-44af-74e9-bab9-2f56edd7097c	2026-07-18
2.000286	Tiếp nhận đối tượng bảo trợ xã hội có hoàn cảnh đặc biệt khó khăn vào cơ sở trợ giúp xã hội	Admission to a social assistance facility (extreme hardship)	11	6	6	DOP	DOP10W,DOP15W		P	5	10	10	58	6	019d2bff-44ae-736f-a3c1-fc73741af598	2026-07-18
2.000424	Thủ tục thực hiện hỗ trợ khi hòa giải viên gặp tai nạn hoặc rủi ro ảnh hưởng đến sức khỏe, tính mạng trong khi thực hiện hoạt động hòa giải		15	1	1	DOP	DOP7W		P	5	7	7		0		2026-07
2.000477	Dừng trợ giúp xã hội tại cơ sở trợ giúp xã hội	Stop assistance at a social assistance facility	11	6	6	DOP	DOP7W		P	1	7	7	60	6	019d2bff-44d2-76de-816a-a3bf8b06a440	2026-07-18
2.000497	Thủ tục đăng ký lại khai tử có yếu tố nước ngoài		1	1	1	DOP	DOP5X	DO2	P	11	10	10		0		2026-07
2.000513	Thủ tục đăng ký lại kết hôn có yếu tố nước ngoài		1	1	1	DOP	DOP5X	DO2,P4	P	10				0		2026-07
2.000522	Thủ tục đăng ký lại khai sinh có yếu tố nước ngoài		1	1	1	DOP	DOP5X	DOP2	P	14				0		2026-07
2.000528	Thủ tục đăng ký khai sinh có yếu tố nước ngoài	Birth registration with foreign element	1	1	1	DOP	DOP1X	DOP2	P	33	1	1	21	2	019d2bfd-8662-763f-927f-dc039ede198c	2026-07-18
2.000547	Thủ tục ghi vào Sổ hộ tịch việc hộ tịch khác của công dân Việt Nam đã được giải quyết tại cơ quan có thẩm quyền của nước ngoài (khai sinh; giám hộ; nhận cha, mẹ, con; xác định cha, mẹ, con; nuôi con nuôi; khai tử; thay đổi hộ tịch)		1	1	1	DOP	DOP1X	DOP171	P	28	3	3		0		2026-07
2.000554	Thủ tục ghi vào Sổ hộ tịch việc ly hôn, hủy việc kết hôn của công dân Việt Nam đã được giải quyết tại cơ quan có thẩm quyền của nước ngoài		1	1	1	DOP	DOP5X	DOP2	P	24	8	8		0		2026-07
2.000575	Cấp lại Giấy chứng nhận đăng ký hộ kinh doanh, Cấp đổi sang Giấy chứng nhận đăng ký hộ kinh doanh	Re-issue of household business certificate	7	0	4	DOP	DOP1X	DOP33	F	52	3	3	91	2	019d2bfc-d9d1-7475-8e58-1aa4479901eb	2026-07-18
2.000605	Giải quyết hưởng lương hưu, trợ cấp hàng tháng đối với cán bộ xã		8	0	5	DOP	DOP12W		F	16	12	12		0		2026-07
2.000635	Cấp bản sao Trích lục hộ tịch, bản sao Giấy khai sinh	Copy of civil-status extract / birth certificate	1	1	2	DOP	DOP0X	DOP172	P	25	1	15	17	16	019d2bfd-867c-72db-b6a7-dcbd8c763807	2026-07-18
2.000693	Giải quyết hưởng chế độ thai sản		8	0	5	DOP	DOP6W		F	13	3	6		0		2026-07
2.000717	Truy lĩnh lương hưu, trợ cấp bảo hiểm xã hội của người hưởng đã chết nhưng còn chế độ chưa nhận		9	0	3	D	D2W		Q	1	2	2		0		2026-07
2.000720	Đăng ký thay đổi nội dung đăng ký hộ kinh doanh	Change of household business registration	7	0	4	DOP	DOP1X	DOP33	F	12	3	3	88	0	019d2bfc-d9ca-768c-a8f4-cc0dff5f41ed	2026-07-18
2.000740	Người hưởng lĩnh chế độ bảo hiểm xã hội bằng tiền mặt chuyển sang lĩnh bằng tài khoản cá nhân và ngược lại, hoặc thay đổi thông tin cá nhân		9	0	3	DP	DP1W		Q	2	1	1		0		2026-07
2.000748	Thủ tục thay đổi, cải chính, bổ sung thông tin hộ tịch, xác định lại dân tộc có yếu tố nước ngoài		1	1	1	DOP	DOP1X	DOP2	P	23	6	6		0		2026-07
2.000755	Giải quyết hưởng trợ cấp một lần đối với người đang hưởng lương hưu, trợ cấp BHXH hàng tháng ra nước ngoài để định cư và công dân nước ngoài đang hưởng lương hưu, trợ cấp BHXH hàng tháng không còn cư trú ở Việt Nam		8	0	5	DOP	DOP5W		F	3	5	5		0		2026-07
2.000756	Thủ tục đăng ký chấm dứt giám hộ có yếu tố nước ngoài		1	1	1	DOP	DOP2W	DOP2	P	25	2	2		0		2026-07
2.000762	Giải quyết hưởng trợ cấp hàng tháng theo Quyết định số 613/QĐ-TTg		8	0	5	DOP	DOP30W		F	5	15	30		0		2026-07
2.000779	Thủ tục đăng ký nhận cha, mẹ, con có yếu tố nước ngoài		1	1	1	DOP	DOP10D	DOP2	P	28				0		2026-07
2.000794	Thủ tục công nhận câu lạc bộ thể dục thể thao cơ sở		101	9	1	DOP	DOP5W		F	2	5	5		0		2026-07
2.000806	Thủ tục đăng ký kết hôn có yếu tố nước ngoài	Marriage registration with foreign element	1	1	1	DOP	DOP5X	DO2,P4	P	32	10	10	22	2	019d2bfd-8e13-728a-a0cd-635811d8432e	2026-07-18
2.000809	Giải quyết hưởng tiếp lương hưu, trợ cấp BHXH hàng tháng đối với người chấp hành xong hình phạt tù, người xuất cảnh trái phép trở về nước định cư hợp pháp, người được Tòa án hủy quyết định tuyên bố mất tích		8	0	5	DOP	DOP5W		F	4	5	5		0		2026-07
2.000815	Chứng thực bản sao từ bản chính giấy tờ, văn bản do cơ quan, tổ chức có thẩm quyền của Việt Nam; cơ quan, tổ chức có thẩm quyền của nước ngoài; cơ quan, tổ chức có thẩm quyền của Việt Nam liên kết với cơ quan, tổ chức có thẩm quyền của nước ngoài cấp hoặc chứng nhận	Certified copy from an original	102	1	9	D	D0X	D173,D174	N	1	1	1	24	17	019d2bfd-8e22-77ef-819f-e49460350904	2026-07-18
2.000821	Giải quyết hưởng chế độ tử tuất		8	0	5	DOP	DOP8W		F	9	8	8		0		2026-07
2.000884	Chứng thực chữ ký trong các giấy tờ, văn bản (áp dụng cho cả trường hợp chứng thực điểm chỉ và trường hợp người yêu cầu chứng thực không thể ký, không thể điểm chỉ được)	Certification of a signature	102	1	9	D	D0X	D175,D174	N	2	1	1	25	17	019d2bfd-8e2e-7359-b42f-d5dc8d74741b	2026-07-18
2.000908	Thủ tục cấp bản sao từ sổ gốc	Copy from the original register	102	1	10	DOP	DOP1W		P	2	1	1	23	18	019d2bfd-8e5d-72f9-8cf2-c71780251483	2026-07-18
2.000913	Chứng thực việc sửa đổi, bổ sung, hủy bỏ giao dịch	Certification of amendment/cancellation of a transaction	102	1	1	DOP	DOP0X	DOP176	P	2	1	1	26	2	019d2bfd-8e59-72ab-ae1a-a2985865d253	2026-07-18
2.000927	Sửa lỗi sai sót trong giao dịch	Correction of errors in a certified transaction	102	1	1	DOP	DOP0X	DOP177	P	2	1	1	27	2	019d2bfd-8e51-721b-8e62-45f804b4bba3	2026-07-18
2.000930	Thủ tục thôi làm hòa giải viên (cấp xã)	Ceasing to be a conciliator	15	1	1	DOP	DOP5W		P	2	5	5	95	2	019d2bfd-8e50-70b5-b69c-ebc36daa6542	2026-07-18
2.000942	Cấp bản sao có chứng thực từ bản chính giao dịch đã được chứng thực	Certified copy of a certified transaction	102	1	1	D	D0X	D178	N	1	1	1	28	2	019d2bfd-95d6-778f-889b-e3045003fa5e	2026-07-18
2.000950	Thủ tục công nhận tổ trưởng tổ hòa giải (cấp xã)		15	1	1	DOP	DOP5W		P	2	5	5		0		2026-07
2.000986	Liên thông thủ tục hành chính về đăng ký khai sinh, đăng ký thường trú, cấp thẻ bảo hiểm y tế cho trẻ em dưới 6 tuổi	Interlinked: birth + permanent residence + health insurance card, child under 6	1	1	1	D	D20D		N	5			19	2	019d2bfd-95d8-77dd-86c5-880463eb8dbe	2026-07-18
2.000992	Chứng thực chữ ký người dịch mà người dịch là cộng tác viên dịch thuật của Ủy ban nhân dân cấp xã, tổ chức hành nghề công chứng		102	1	9	D	D0X	D175	N	1	1	1		0		2026-07
2.001008	Chứng thực chữ ký người dịch mà người dịch không phải là cộng tác viên dịch thuật của Ủy ban nhân dân cấp xã, tổ chức hành nghề công chứng		102	1	9	D	D0X	D175	N	3				0		2026-07
2.001016	Chứng thực văn bản từ chối nhận di sản	Certification of refusal of inheritance	102	1	1	DOP	DOP0X	DOP179	P	2	1	1	31	2	019d2bfd-95e6-7578-ba2d-d1b4373cd174	2026-07-18
2.001019	Chứng thực di chúc	Certification of a will	102	1	1	DOP	DOP0X	DOP180	P	2	1	1	30	2	019d2bfd-95f0-7610-845f-c097f144bd55	2026-07-18
2.001023	Liên thông các thủ tục hành chính về đăng ký khai sinh, cấp Thẻ bảo hiểm y tế cho trẻ em dưới 6 tuổi	Interlinked: birth + health insurance card, child under 6	1	1	1	D	D15D		N	3			20	19	019d2bfd-95f7-7548-bce5-81bc8224b321	2026-07-18
2.001035	Chứng thực giao dịch liên quan đến tài sản là động sản, quyền sử dụng đất, nhà ở	Certification of transaction: movables, land-use right, house	102	1	1	DOP	DOP0X	DOP181	P	2	1	1	29	2	019d2bfd-95fa-70ca-93fd-4cab11b87897	2026-07-18
2.001157	Trợ cấp một lần đối với thanh niên xung phong đã hoàn thành nhiệm vụ trong kháng chiến		6	5	6	DP	DP15W		Q	5	15	15		0		2026-07
2.001159	Thông báo lưu trú	Notification of stay (lodging)	18	2	0	DO	DO1H		F	1			43	5	019d2bf7-adb7-7329-8d7c-db89ef073ced	2026-07-18
2.001201	Thủ tục hải quan đối với hàng hóa từ kho ngoại quan đưa vào nội địa hoặc nhập khẩu vào khu phi thuế quan		0	0	1	O	O1X		P	1				0		2026-07
2.001204	Thủ tục hải quan đối với hàng hóa xuất kho ngoại quan để xuất nước ngoài		0	0	1	O	O1X	O182	P	1				0		2026-07
2.001206	Thủ tục hải quan đối với hàng hóa từ khu phi thuế quan hoặc từ nội địa vào kho ngoại quan		0	0	0	O	O1X	O86	F	1				0		2026-07
2.001211	Xóa đăng ký phương tiện hoạt động vui chơi, giải trí dưới nước		16	8	1	DOP	DOP2W		F	2	2	2		0		2026-07
2.001212	Cấp lại Giấy chứng nhận đăng ký phương tiện hoạt động vui chơi, giải trí dưới nước		16	8	1	DOP	DOP3W		F	2	3	3		0		2026-07
2.001214	Đăng ký lại phương tiện hoạt động vui chơi, giải trí dưới nước		16	8	1	DOP	DOP3W		F	10	3	3		0		2026-07
2.001215	Đăng ký phương tiện hoạt động vui chơi, giải trí dưới nước lần đầu		16	8	1	DOP	DOP3W		F	7	3	3		0		2026-07
2.001217	Đóng, không cho phép hoạt động tại vùng nước khác không thuộc vùng nước trên tuyến đường thủy nội địa, vùng nước cảng biển hoặc khu vực hàng hải, được đánh dấu, xác định vị trí bằng phao hoặc cờ hiệu có màu sắc dễ quan sát		16	8	0	DOP	DOP2W		F	1	2	2		0		2026-07
2.001218	Công bố mở, cho phép hoạt động tại vùng nước khác không thuộc vùng nước trên tuyến đường thủy nội địa, vùng nước cảng biển hoặc khu vực hàng hải, được đánh dấu, xác định vị trí bằng phao hoặc cờ hiệu có màu sắc dễ quan sát		16	8	1	DOP	DOP5W		F	8	5	5		0		2026-07
2.001243	Thủ tục hải quan đối với hàng hóa từ nước ngoài đưa vào kho ngoại quan		0	0	0	O	O2W		F	4	2	2		0		2026-07
2.001255	Đăng ký lại việc nuôi con nuôi trong nước	Re-registration of domestic adoption	20	1	1	DOP	DOP5W		P	2	5	5	71	1	019d2bfd-9614-7528-9c06-e53f6dee7a58	2026-07-18
2.001263	Đăng ký việc nuôi con nuôi trong nước	Domestic adoption registration	20	1	1	DOP	DOP0X	OP183,D184	P	17			70	1	019d2bfd-9dae-705f-a893-0c4e1f0c32a7	2026-07-18
2.001396	Trợ cấp hàng tháng đối với thanh niên xung phong đã hoàn thành nhiệm vụ trong kháng chiến	Monthly allowance for former youth volunteers	6	5	6	DOP	DOP15W		P	3	15	15	79	20	019d2bfb-3adc-7360-b1ba-d5e19e282909	2026-07-18
2.001406	Chứng thực văn bản phân chia di sản mà di sản là động sản, quyền sử dụng đất, nhà ở	Certification of division of estate	102	1	1	DOP	DOP0X	DOP179	P	2	1	1	32	2	019d2bfd-9daf-70da-8f48-223498332346	2026-07-18
2.001621	Hỗ trợ đầu tư xây dựng phát triển thủy lợi nhỏ, thuỷ lợi nội đồng và tưới tiên tiến, tiết kiệm nước (Đối với nguồn vốn hỗ trợ trực tiếp, ngân sách địa phương và nguồn vốn hợp pháp khác của địa phương phân bổ dự toán cho UBND cấp xã thực hiện)		21	7	1	DOP	DOP7W		F	3	7	7		0		2026-07
2.001627	Thẩm định quy trình vận hành đối với công trình thủy lợi lớn và công trình thủy lợi vừa do Chủ tịch UBND cấp tỉnh phân cấp cho Chủ tịch UBND cấp xã phê duyệt		21	7	1	DOP	DOP20W		F	5	20	20		0		2026-07
2.001659	Xóa đăng ký phương tiện		16	8	2	DOP	DOP2W		F	1	2	2		0		2026-07
2.001661	Hỗ trợ học văn hóa, học nghề, trợ cấp khó khăn ban đầu cho nạn nhân		61	6	2	DOP	DOP9W		P	1	9	9		0		2026-07
2.001711	Đăng ký lại phương tiện trong trường hợp phương tiện thay đổi tên, tính năng kỹ thuật		16	8	2	DOP	DOP2W	DOP21	P	5	2	2		0		2026-07
2.001827	Cấp Giấy chứng nhận cơ sở đủ điều kiện an toàn thực phẩm đối với cơ sở sản xuất, kinh doanh thực phẩm nông, lâm, thủy sản		103	7	2	DOP	DOP15D	DOP185	P	2				0		2026-07
2.001842	Cho phép trường tiểu học hoạt động giáo dục		10	3	1	DOP	DOP10W		P	3	10	20		0		2026-07
2.001921	Chấp thuận vị trí, quy mô, kích thước, phương án tổ chức thi công biển quảng cáo, biển thông tin cổ động, tuyên truyền chính trị; chấp thuận xây dựng, lắp đặt công trình hạ tầng, công trình hạ tầng kỹ thuật sử dụng chung trong phạm vi bảo vệ kết cấu hạ tầng đường bộ; chấp thuận gia cường công trình đường bộ khi cần thiết để cho phép xe quá khổ giới hạn, xe quá tải trọng, xe bánh xích lưu hành trên đường bộ		4	4	3	DOP	DOP5W		F	7	5	7		0		2026-07
2.001942	Chuyển trẻ em đang được chăm sóc thay thế tại cơ sở trợ giúp xã hội đến cá nhân, gia đình nhận chăm sóc thay thế		28	6	1	DP	DP25W		Q	8	25	25		0		2026-07
2.001944	Thông báo nhận chăm sóc thay thế cho trẻ em đối với cá nhân, người đại diện gia đình nhận chăm sóc thay thế là người thân thích của trẻ em	Notification of alternative care by a relative	28	6	1	DP	DP15W		Q	1	15	15	68	2	019d2bff-5457-7246-b12e-d42023faa8a7	2026-07-18
2.001947	Phê duyệt kế hoạch hỗ trợ, can thiệp đối với trẻ em bị xâm hại hoặc có nguy cơ bị bạo lực, bóc lột, bỏ rơi và trẻ em có hoàn cảnh đặc biệt	Approval of support plan for an abused/at-risk child	28	6	1	D	D7W		Q	7	7	7	69	21	019d2bff-5467-73ae-a00c-a406a8adee22	2026-07-18
2.001955	Đăng ký nội quy lao động của doanh nghiệp		104	5	2	DOP	DOP7W		F	4	7	7		0		2026-07
2.001958	Thông báo về việc thành lập doanh nghiệp của hợp tác xã, liên hiệp hợp tác xã		27	0	4	DOP	DOP3W	DOP35	F	6	3	3		0		2026-07
2.001960	Cấp chính sách nội trú cho học sinh, sinh viên tham gia chương trình đào tạo trình độ cao đẳng, trung cấp tại các cơ sở giáo dục nghề nghiệp tư thục hoặc cơ sở giáo dục có vốn đầu tư nước ngoài		89	3	1	D	D0X		N	7				0		2026-07
2.002080	Thủ tục thanh toán thù lao cho hòa giải viên		15	1	1	DOP	DOP5W		P	1	5	5		0		2026-07
2.002123	Đăng ký hoạt động chi nhánh, văn phòng đại diện, thông báo địa điểm kinh doanh; Thông báo lập chi nhánh, văn phòng đại diện ở nước ngoài của hợp tác xã, liên hiệp hợp tác xã		27	0	4	DOP	DOP3W	O35,DP39	F	12	3	3		0		2026-07
2.002165	Giải quyết yêu cầu bồi thường tại cơ quan trực tiếp quản lý người thi hành công vụ gây thiệt hại (cấp xã)		105	1	1	DOP	DOP1X		P	5				0		2026-07
2.002184	Thủ tục khai bổ sung hồ sơ hải quan hàng hoá xuất khẩu, nhập khẩu		0	0	0	O	O2H		F	21				0		2026-07
2.002189	Thủ tục ghi vào Sổ hộ tịch việc kết hôn của công dân Việt Nam đã được giải quyết tại cơ quan có thẩm quyền của nước ngoài		1	1	1	DOP	DOP5X	DOP2	P	25	5	5		0		2026-07
2.002225	Đăng ký thuế lần đầu đối với người nộp thuế là tổ chức (trừ trường hợp đăng ký thuế theo cơ chế một cửa liên thông qua cơ quan đăng ký kinh doanh)		34	0	3	DOP	DOP3W		F	18	3	3		0		2026-07
2.002226	Thông báo thành lập/thay đổi tổ hợp tác		106	0	11	D	D1X	D186	N	6				0		2026-07
2.002228	Thông báo chấm dứt hoạt động của tổ hợp tác		106	0	11	D	D1X	D186	N	6				0		2026-07
2.002233	Khai quyết toán thuế/ Hoàn thuế đối với cá nhân cư trú có thu nhập từ tiền lương, tiền công quyết toán thuế trực tiếp với cơ quan thuế		34	0	3	DOP	OP1X,D6W		F	11	6	6		0		2026-07
2.002235	Khai thuế thu nhập cá nhân tháng/quý của tổ chức, cá nhân trả thu nhập khấu trừ thuế đối với tiền lương, tiền công		34	0	3	DOP	DOPT0		F	2	8	8		0		2026-07
2.002237	Khai thuế thu nhập cá nhân tháng/quý đối với cá nhân có thu nhập từ tiền lương, tiền công (bao gồm cả cá nhân nhận thưởng bằng cổ phiếu từ đơn vị sử dụng lao động) thuộc diện khai thuế thu nhập cá nhân trực tiếp với cơ quan thuế		34	0	3	DOP	DOPT0		F	1				0		2026-07
2.002264	Hàng hóa xuất khẩu, nhập khẩu, hành lý ký gửi của người nhập cảnh, xuất cảnh thất lạc, nhầm lẫn		0	0	1	D	D1X		N	1				0		2026-07
2.002284	Cấp chính sách nội trú cho học sinh, sinh viên tham gia chương trình đào tạo trình độ cao đẳng, trung cấp tại các cơ sở giáo dục nghề nghiệp công lập trực thuộc xã		89	3	1	D	D0X		N	7	30	30		0		2026-07
2.002303	Lập danh sách đối tượng tham gia bảo hiểm y tế do Bộ Lao động – Thương binh và Xã hội quản lý		107	5	1	DOP	DOP10W		P	1	10	10		0		2026-07
2.002307	Giải quyết chế độ mai táng phí đối với cựu chiến binh	Funeral allowance for war veterans	6	5	2	DP	DP25D		N	1			78	22	019d2bfb-4a4e-7368-a306-f665291850ca	2026-07-18
2.002308	Giải quyết chế độ mai táng phí đối với thanh niên xung phong thời kỳ chống Pháp		6	5	2	DOP	DOP0X		F	2				0		2026-07
2.002321	. Đăng ký thuế đối với trường hợp chuyển đổi mô hình hoạt động của tổ chức (Chuyển đơn vị phụ thuộc thành đơn vị độc lập hoặc ngược lại)		34	0	3	DOP	DOP2W		F	27	2	3		0		2026-07
2.002349	Cấp giấy xác nhận công dân Việt Nam thường trú ở khu vực biên giới đủ điều kiện nhận trẻ em của nước láng giềng cư trú ở khu vực biên giới làm con nuôi		20	1	1	DOP	DOP10D		P	7				0		2026-07
2.002363	Ghi vào Sổ đăng ký nuôi con nuôi việc nuôi con nuôi đã được giải quyết tại cơ quan có thẩm quyền của nước ngoài		20	1	1	DOP	DOP1X		P	10	3	3		0		2026-07
2.002516	Thủ tục xác nhận thông tin hộ tịch	Confirmation of civil-status information	1	1	2	DOP	DOP0X	OP187,D188	P	25	1	1	18	23	019d2bfd-a586-71fe-8c10-836e09f0a879	2026-07-18
2.002620	Thông báo về việc thực hiện hoạt động bán hàng không tại địa điểm giao dịch thường xuyên		108	22	1	DOP	DOP0X		P	2	1	1		0		2026-07
2.002635	Đề nghị thay đổi tên tổ hợp tác, hợp tác xã, liên hiệp hợp tác xã, chi nhánh, văn phòng đại diện, địa điểm kinh doanh của hợp tác xã, liên hiệp hợp tác xã do xâm phạm quyền sở hữu công nghiệp		27	0	4	DOP	DOP3W	DOP39	F	7	3	3		0		2026-07
2.002636	Đề nghị thu hồi Giấy chứng nhận đăng ký tổ hợp tác, Giấy chứng nhận đăng ký hợp tác xã, Giấy chứng nhận đăng ký chi nhánh, văn phòng đại diện đối với trường hợp nội dung kê khai trong hồ sơ đăng ký thành lập là giả mạo		27	0	4	DOP	DOP3W	DOP189	F	7	3	3		0		2026-07
2.002637	Đăng ký thành lập tổ hợp tác; đăng ký tổ hợp tác trong trường hợp đã được thành lập trước ngày Luật Hợp tác xã có hiệu lực thi hành, thuộc đối tượng phải đăng ký theo quy định tại khoản 2 Điều 107 Luật Hợp tác xã 2023		27	0	4	DOP	DOP3W	DOP190	F	12	3	3		0		2026-07
2.002638	Cấp lại Giấy chứng nhận đăng ký tổ hợp tác/ Giấy chứng nhận đăng ký hợp tác xã/ Giấy chứng nhận đăng ký hoạt động chi nhánh, văn phòng đại diện/ Giấy chứng nhận đăng ký địa điểm kinh doanh của hợp tác xã, liên hiệp hợp tác xã do bị mất, cháy, rách, nát hoặc bị tiêu hủy		27	0	4	DOP	DOP3W	DOP191	F	7	3	3		0		2026-07
2.002639	Đăng ký thay đổi nội dung đăng ký tổ hợp tác		27	0	4	DOP	DOP3W	DOP190	F	10	3	3		0		2026-07
2.002640	Hiệu đính, cập nhật, bổ sung thông tin đăng ký tổ hợp tác		27	0	4	DOP	DOP3W	DOP190	F	8	3	3		0		2026-07
2.002641	Thông báo tạm ngừng kinh doanh, tiếp tục kinh doanh trở lại đối với tổ hợp tác, hợp tác xã, liên hiệp hợp tác xã, chi nhánh, văn phòng đại diện, địa điểm kinh doanh		27	0	4	DOP	DOP3W	DO190,P35	F	16	3	3		0		2026-07
2.002642	Chấm dứt hoạt động tổ hợp tác		27	0	4	DOP	DOP3W	DOP190	F	9	3	5		0		2026-07
2.002643	Dừng thực hiện thủ tục đăng ký tổ hợp tác, hợp tác xã, liên hiệp hợp tác xã; Dừng thực hiện thủ tục giải thể hợp tác xã, liên hiệp hợp tác xã		27	0	4	DOP	DOP3W	O192,DP35	F	14	3	3		0		2026-07
2.002648	Hiệu đính, cập nhật, bổ sung thông tin đăng ký hợp tác xã, liên hiệp hợp tác xã, chi nhánh, văn phòng đại diện, địa điểm kinh doanh của hợp tác xã, liên hiệp hợp tác xã		27	0	4	DOP	DOP3W	DOP39	F	14	3	3		0		2026-07
2.002649	Thông báo bổ sung, cập nhật thông tin trong hồ sơ đăng ký hợp tác xã, liên hiệp hợp tác xã		27	0	4	DOP	DOP3W	DOP39	F	6	3	3		0		2026-07
2.002668	Đăng ký nhu cầu hỗ trợ của tổ hợp tác, hợp tác xã, liên hiệp hợp tác xã		109	0	1	DOP	DOP10W	DOP54	F	7	10	10		0		2026-07
2.002680	Hỗ trợ đơn vị, doanh nghiệp đưa lao động đi làm việc ở nước ngoài (tại Trung Quốc và Hàn Quốc theo Thỏa thuận địa phương) và đi làm việc ngoài tỉnh		53	14	1	DOP	DOP15W		P	2	15	15		0		2026-07
2.002681	Hỗ trợ người lao động đi làm việc ngoài tỉnh (cấp xã)		53	14	1	DOP	DOP15W		P	2	15	15		0		2026-07
2.002682	Hỗ trợ người lao động đi làm việc ở nước ngoài (tại Trung Quốc và Hàn Quốc theo Thỏa thuận địa phương)		53	14	1	DOP	DOP15W		P	3	15	15		0		2026-07
2.002761	Thủ tục xác nhận cán bộ Quân đội nghỉ hưu mắc bệnh hiểm nghèo		71	24	5	DOP	DOP39W		F	3	39	39		0		2026-07
2.002770	Xét duyệt học sinh bán trú, học viên bán trú hỗ trợ kinh phí, hỗ trợ gạo		3	3	9	DOP	DOP7W		P	3	7	7		0		2026-07
2.002771	Xét duyệt trẻ em nhà trẻ bán trú hỗ trợ kinh phí, hỗ trợ gạo		3	3	9	DOP	DOP5W		P	2	5	7		0		2026-07
2.002821	Hỗ trợ đào tạo nghề cho người lao động ở khu vực nông thôn, người lao động là thanh niên		84	5	1	DOP	DOP7W		F	6	7	7		0		2026-07
2.002862	Hỗ trợ chi phí mai táng đối với người dân tộc thiểu số trên địa bàn tỉnh Lai Châu giai đoạn 2025-2030		6	39	1	DOP	DOP7W		P	5	7	7		0		2026-07
2.002863	Chấp thuận thiết kế nút giao đấu nối vào đường địa phương đang khai thác (tỉnh Phú Thọ)		4	40	2	DOP	DOP7W		P	3	7	7		0		2026-07
2.002864	Cấp phép thi công nút giao đấu nối vào đường địa phương đang khai thác (tỉnh Phú Thọ)		4	40	2	DOP	DOP7W		P	2	7	7		0		2026-07
2.002865	Chấp thuận thiết kế nút giao đấu nối vào đường địa phương đang khai thác		4	41	2	DOP	DOP6W		F	3	6	6		0		2026-07
2.002867	Hỗ trợ chi phí khám bệnh, chữa bệnh cho trẻ em theo Nghị quyết số 90/2025/NQ-HĐND		110	36	1	DOP	DOP5W		P	3	5	5		0		2026-07
2.002870	Đề nghị xét tặng danh hiệu "Nghệ nhân trong lĩnh vực di sản văn hóa phi vật thể" tỉnh Lào Cai		33	20	1	DOP	DOPT12	DOP54	P	1				0		2026-07
2.002891	Thành lập hoặc cho phép thành lập nhà trẻ, trường mẫu giáo, trường mầm non		65	3	1	DOP	DOP12W		P	2	12	12		0		2026-07
2.002892	Sáp nhập, chia, tách nhà trẻ, trường mẫu giáo, trường mầm non		65	3	1	DOP	DOP12W		P	3	12	12		0		2026-07
2.002893	Giải thể nhà trẻ, trường mẫu giáo, trường mầm non		65	3	1	DOP	DOP5W		P	2	5	5		0		2026-07
2.002894	Cho phép nhà trẻ, trường mẫu giáo, trường mầm non, nhà trẻ hoạt động giáo dục		65	3	1	DOP	DOP12W		P	4	12	12		0		2026-07
3.000083	Giảm thuế thu nhập cá nhân đối với cá nhân, hộ kinh doanh, cá nhân kinh doanh gặp khó khăn do thiên tai, hoả hoạn, do bị tai nạn; mắc bệnh hiểm nghèo		34	0	3	DOP	OP30D,D40D		F	15				0		2026-07
3.000084	Giảm thuế tiêu thụ đặc biệt đối với người nộp thuế sản xuất hàng hóa thuộc diện chịu thuế tiêu thụ đặc biệt gặp khó khăn do thiên tai, tai nạn bất ngờ theo pháp luật về thuế tiêu thụ đặc biệt		34	0	5	DOP	DOP30D		F	7	30	30		0		2026-07
3.000088	Miễn tiền chậm nộp		34	0	3	DOP	DO10W,P3W		F	8	3	10		0		2026-07
3.000094	Thủ tục hải quan đối với nhập khẩu nguyên liệu để sản xuất, chế biến xăng, dầu		0	0	0	D	D15D		Q	7				0		2026-07
3.000114	Thủ tục tất toán tài khoản của đơn vị giao dịch mở tại KBNN		111	0	3	DOP	DOP1W	DOP54	F	5	1	1		0		2026-07
3.000115	Thủ tục nộp tiền vào ngân sách nhà nước (NĐ 11)		111	0	7	DO	O5X,D30X	DO54	F	32				0		2026-07
3.000116	Thủ tục hoàn trả các khoản thu ngân sách nhà nước qua KBNN		111	0	3	DO	O1D,D1H	DO54	F	3				0		2026-07
3.000118	Thủ tục thanh toán các khoản chi thường xuyên; chi chương trình mục tiêu quốc gia, chương trình mục tiêu từ nguồn sự nghiệp; chi dự trữ quốc gia từ nguồn chi thường xuyên; các khoản viện trợ không hoàn lại bằng tiền do phía Việt Nam thực hiện bố trí từ nguồn chi thường xuyên và các khoản chi khác từ nguồn chi thường xuyên.		111	0	3	DO	O1W,D2W	DO54	F	15	1	2		0		2026-07
3.000120	Thủ tục đối chiếu, xác nhận số dư tài khoản của đơn vị giao dịch tại KBNN		111	0	3	DOP	DOP1W	DOP54	F	6	1	1		0		2026-07
3.000121	Thủ tục đăng ký sử dụng tài khoản và mẫu dấu, mẫu chữ ký; bổ sung tài khoản; thay đổi hồ sơ pháp lý, mẫu dấu, mẫu chữ ký của cá nhân, đơn vị giao dịch tại Kho bạc Nhà nước		111	0	3	DOP	DOP1W	DOP54	F	6	1	1		0		2026-07
3.000122	Thủ tục hạch toán vốn vay ODA, vốn vay ưu đãi, viện trợ không hoàn lại vào ngân sách nhà nước.		111	0	3	DO	DO2W	DO54	F	7	2	2		0		2026-07
3.000123	Thủ tục xác nhận vốn nước ngoài qua Kho bạc Nhà nước		111	0	3	OP	OP2D	P54	F	8				0		2026-07
3.000163	Dịch vụ công trực tuyến gửi, nhận đơn khởi kiện, tài liệu, chứng cứ và cấp, tống đạt, thông báo văn bản tố tụng		112	42	7	DO	DO1X		P	3				0		2026-07
3.000164	Đăng ký nhận các thông báo, văn bản tố tụng bằng phương tiện điện tử		112	42	3	DO	DO1X		P	2				0		2026-07
3.000165	Đăng ký cấp sao bản án, tài liệu trong hồ sơ vụ án		112	42	3	DO	DO1X		P	2				0		2026-07
3.000182	Tuyển sinh trung học cơ sở	Lower-secondary school enrolment	63	3	1	DOP	DOP1X		P	1	30	30	96	24	019d2bf8-d78d-7335-bc84-dc4d5274946e	2026-07-18
3.000199	Hỗ trợ chi phí di dời		113	18	1	DOP	DOP23W		P	6	23	23		0		2026-07
3.000200	Hỗ trợ đầu tư nhà xưởng mới		113	18	1	DOP	DOP23W		P	5	23	23		0		2026-07
3.000201	Hỗ trợ thuê mặt bằng		113	18	1	DOP	DOP23W		P	5	23	23		0		2026-07
3.000228	Cấp tài khoản định danh điện tử mức độ 02, căn cước điện tử cho công dân Việt Nam (cấp xã)	VNeID e-ID account level 2 and electronic identity (commune police)	46	2	0	D	D3W,D7W		N	4	3	7	46	5	019d2bf7-b5a6-76fd-a4b1-49c93d86d9d6	2026-07-18
3.000243	Cấp mới Giấy chứng nhận đủ điều kiện về an ninh, trật tự (thực hiện tại cấp xã)		95	2	0	DOP	DOP5W	DOP122	F	6	5	5		0		2026-07
3.000244	Cấp đổi Giấy chứng nhận đủ điều kiện về an ninh, trật tự (thực hiện tại Công an cấp xã)		95	2	0	DOP	DOP3W	DOP122	F	4	3	4		0		2026-07
3.000250	Phê duyệt hoặc điều chỉnh phương án quản lý rừng bền vững của chủ rừng là hộ gia đình, cá nhân, cộng đồng dân cư hoặc hộ gia đình cá nhân liên kết thành nhóm hộ, tổ hợp tác trường hợp có tổ chức các hoạt động du lịch sinh thái		35	7	1	DOP	DOP15W		P	4	15	15		0		2026-07
3.000261	Thủ tục thanh toán dự án sử dụng vốn đầu tư công qua Kho bạc Nhà nước (bao gồm thanh toán chi phí quản lý của dự án)		111	0	3	OP	OP1X	OP54	F	41				0		2026-07
3.000283	Khóa tài khoản định danh điện tử (thực hiện tại cấp xã)	Lock e-ID account (commune)	46	2	0	DP	DP3W		N	1	3	3	47	5	019d2bf7-bd5b-739b-b19e-74a82a47ce02	2026-07-18
3.000284	Mở khóa tài khoản định danh điện tử (thực hiện tại cấp xã)	Unlock e-ID account (commune)	46	2	0	DP	DP3W		N	1	3	3	48	5	019d2bf7-bd5f-73f7-bad1-faeb2a1d4fdf	2026-07-18
3.000285	Khóa căn cước điện tử (thực hiện tại cấp xã)	Lock electronic identity (commune)	46	2	0	DOP	DOP3W		P	1	3	3	49	5	019d2bf7-bd6c-72eb-98eb-cdb436f645a9	2026-07-18
3.000286	Mở khóa căn cước điện tử (thực hiện tại cấp xã)	Unlock electronic identity (commune)	46	2	0	DOP	DOP3W		P	1	3	3	50	5	019d2bf7-bd65-767f-9dfe-e06cdd1502a8	2026-07-18
3.000307	Sáp nhập, chia, tách trung tâm học tập cộng đồng		64	3	1	DOP	DOP10W		P	3	10	20		0		2026-07
3.000308	Giải thể trung tâm học tập cộng đồng (theo đề nghị của tổ chức, cá nhân thành lập trung tâm)		64	3	1	DOP	DOP10W		P	2	10	10		0		2026-07
3.000315	Thành lập hoặc cho phép thành lập trung tâm khác thực hiện nhiệm vụ giáo dục thường xuyên		64	3	2	DOP	DOP6W		P	4	6	15		0		2026-07
3.000322	Đăng ký chấm dứt giám sát việc giám hộ		1	1	1	DOP	DOP3X	OP193,D171	P	25	3	3		0		2026-07
3.000323	Đăng ký giám sát việc giám hộ		1	1	1	DOP	DOP3X	OP194,D195	P	24	3	3		0		2026-07
3.000360	Thu hồi chấp thuận hoạt động của sân tập lái để sát hạch lái xe mô tô		114	2	5	D	D5W		N	2	5	5		0		2026-07
3.000381	Thu hồi Giấy phép hoạt động đối với phương tiện giao thông thông minh tại Cục cảnh sát giao thông		57	2	4	D	D1W		N	1	1	1		0		2026-07
3.000410	Quyết định xác lập quyền sở hữu toàn dân đối với tài sản không có người thừa kế		88	0	2	DOP	DOP29D		P	4				0		2026-07
3.000412	Công nhận người lao động có thu nhập thấp		48	7	1	DP	DP15D		N	1				0		2026-07
3.000439	Giao khu vực biển cho cá nhân Việt Nam để nuôi trồng thủy sản		115	7	1	D	D35W		N	4	35	35		0		2026-07
3.000441	Trả lại khu vực biển cho cá nhân Việt Nam để nuôi trồng thủy sản		115	7	1	DOP	DOP25W		P	2	25	25		0		2026-07
3.000442	Sửa đổi, bổ sung Quyết định giao khu vực biển cho cá nhân Việt Nam để nuôi trồng thủy sản		115	7	1	DOP	OP30D,D30W		P	4	30	30		0		2026-07
3.000443	Công nhận khu vực biển cho cá nhân Việt Nam để nuôi trồng thủy sản		115	7	1	DOP	DOP17W		P	3	17	17		0		2026-07
3.000494	Phục hồi hoạt động của cơ sở, phương tiện giao thông cơ giới, hộ gia đình và cá nhân		98	2	2	DOP	DOP7W		P	1	7	7		0		2026-07
3.000498	Cấp tài khoản định danh điện tử cho cơ quan, tổ chức	E-ID account for an organisation	46	2	0	DOP	DOP3W		P	1	3	3	51	5	019d2bf7-cd0c-723d-9c89-e99985627455	2026-07-18
3.000502	Thẩm định, phê duyệt hoặc điều chỉnh phương án nuôi, trồng phát triển, thu hoạch cây dược liệu trong rừng đối với chủ rừng là hộ gia đình, cá nhân, cộng đồng dân cư		35	7	1	DOP	DOP24W		P	4	24	24		0		2026-07
3.000509	Chế độ, chính sách đối với người được huy động, người tham gia phòng cháy, chữa cháy, cứu nạn, cứu hộ chưa tham gia bảo hiểm y tế, bảo hiểm xã hội mà bị tai nạn, bị thương		98	2	1	DOP	DOP5W		P	2	5	5		0		2026-07
3.000510	Chế độ, chính sách đối với người được huy động, người tham gia phòng cháy, chữa cháy, cứu nạn, cứu hộ chưa tham gia bảo hiểm xã hội bị chết		98	2	1	DOP	DOP5W		P	1	5	5		0		2026-07
3.000527	Đăng ký cai nghiện ma túy tự nguyện		93	2	1	DOP	DOP3W		P	3	3	3		0		2026-07
3.000533	Thủ tục chấp thuận thiết kế nút giao đấu nối vào đường địa phương đang khai thác		4	39	2	DOP	DOP7W		P	3	7	7		0		2026-07
3.000535	Thủ tục chấp thuận tiếp tục khai thác, sử dụng công trình tạm phục vụ mục đích thi công xây dựng công trình chính		39	39	2	DOP	DOP15W		P	10	15	15		0		2026-07
3.000536	Thủ tục chấp thuận địa điểm, quy mô xây dựng và thời gian tồn tại của công trình tạm phục vụ mục đích sử dụng cho việc tổ chức các sự kiện hoặc hoạt động khác		39	39	1	DOP	DOP15W		P	6	15	15		0		2026-07
3.000538	Cấp phép thi công nút giao đấu nối vào đường địa phương đang khai thác		4	41	2	DOP	DOP6W		F	2	6	6		0		2026-07
3.000552	Thủ tục Hỗ trợ đầu tư xây dựng mới hoặc nâng cấp, cải tạo loại hình nhà ở có phòng cho khách du lịch thuê (gọi theo tiếng Anh là homestay)		90	43	1	O	O176H		P	3				0		2026-07
3.000553	Thủ tục hỗ trợ thành lập mới các đội văn nghệ, câu lạc bộ văn nghệ quần chúng tại các địa phương để phục vụ khách du lịch và các hoạt động sự kiện du lịch của tỉnh		90	43	1	O	O176H		P	4				0		2026-07
3.000554	Thủ tục Hỗ trợ duy trì hoạt động của các đội văn nghệ, câu lạc bộ văn nghệ quần chúng tại các địa phương để phục vụ khách du lịch và các hoạt động, sự kiện du lịch của tỉnh		90	43	1	O	O176H		P	4				0		2026-07
3.000555	Thủ tục Hỗ trợ xây dựng mới nhà ở (theo khung mẫu thiết kế) trong vùng lõi Di sản văn hóa và thiên nhiên thế giới Quần thể danh thắng Tràng An		90	43	1	O	O176H		P	3				0		2026-07
3.000556	Thủ tục Hỗ trợ tu bổ, sửa chữa nhà ở mang kiểu dáng kiến trúc truyền thống của vùng đồng bằng Bắc Bộ, có giá trị trong việc bảo tồn văn hóa lịch sử trong vùng lõi Di sản văn hóa và thiên nhiên thế giới Quần thể danh thắng Tràng An để phục vụ hoạt động du lịch		90	43	1	O	O176H		P	4				0		2026-07
3.000557	Chấp thuận thiết kế nút giao đấu nối với đường địa phương đang khai thác		4	43	2	O	O56H		P	3				0		2026-07
3.000558	Cấp phép thi công nút giao đấu nối vào đường địa phương đang khai thác		4	43	2	O	O56H		P	2				0		2026-07
3.000560	Hỗ trợ chi phí đào tạo, tập huấn để chuyển đổi từ chăn nuôi sang các nghề khác		62	44	1	DOP	DOP7W		P	1	7	7		0		2026-07
3.000569	Thủ tục xác nhận đăng ký hoạt động in (cấp xã)		116	9	1	DOP	DOP5W		F	2	5	5		0		2026-07
3.000570	Thủ tục xác nhận thay đổi thông tin đăng ký hoạt động in (cấp xã)		116	9	1	DOP	DOP5W		F	1	5	5		0		2026-07
3.000576	Thủ tục khai báo hoạt động phát hành xuất bản phẩm		116	9	1	O	O3W		F	1	3	3		0		2026-07
3.000579	Công bố Danh mục và Quy trình nội bộ thủ tục hành chính thuộc thẩm quyền giải quyết của Sở Nội vụ về thực hiện một số chính sách đảm bảo an sinh xã hội trên địa bàn tỉnh Hà Tĩnh giai đoạn 2026 - 2030		6	29	2	DOP	DOP7D		P	3				0		2026-07
3.000580	Hỗ trợ chuyển đổi nghề, giải bản đối với tàu cá không có nhu cầu hoạt động khai thác thủy sản		25	10	1	DOP	DOP16W		P	1	16	16		0		2026-07
3.000581	Hỗ trợ chi phí đào tạo tiếng Hàn cho người lao động tham dự kỳ thi tiếng Hàn để đi làm việc tại Hàn Quốc theo Chương trình cấp phép việc làm cho lao động nước ngoài của Hàn Quốc (gọi tắt là Chương trình EPS)		77	18	1	DOP	DOP5W		F	4	5	5		0		2026-07
3.000610	Xác nhận điều kiện về hạ tầng kỹ thuật của lối đi khi tách thửa đất ở hoặc thửa đất có đất ở và đất khác trong cùng thửa đất		60	12	1	DOP	DOP5W		P	4	5	5		0		2026-07
3.000611	Đánh giá, phân hạng sản phẩm OCOP		22	7	1	DOP	DOP15W		P	2	15	15		0		2026-07
5.003847	Cho phép trường phổ thông dân tộc nội trú hoạt động giáo dục trở lại (Đối với trường phổ thông dân tộc nội trú trung học cơ sở)		117	3	1	D	D7W		N	0	7	7		0		2026-07
5.003848	Thủ tục thành lập trường phổ thông dân tộc bán trú		117	3	1	DOP	DOP20W		P	2	20	20		0		2026-07
5.003849	Thủ tục cho phép trường phổ thông dân tộc bán trú hoạt động giáo dục		117	3	1	DOP	DOP20W		P	3	20	20		0		2026-07
5.003850	Thủ tục cho phép trường phổ thông dân tộc bán trú hoạt động giáo dục trở lại		117	3	1	D	D7W		N	0	7	7		0		2026-07
5.003851	Sáp nhập, chia, tách trường phổ thông dân tộc bán trú		117	3	1	DOP	DOP25W		P	2	25	25		0		2026-07
5.003852	Giải thể trường phổ thông dân tộc bán trú		117	3	1	DOP	DOP20W		P	2	20	20		0		2026-07
6.001435	Phê duyệt Đề án hỗ trợ nhà ở cho hộ nghèo, hộ cận nghèo trên địa bàn các huyện nghèo		38	8	2	D	D0X		N	1				0		2026-07
6.003494	Công bố quyết định Lệnh xây dựng công trình khẩn cấp đối với đường quốc lộ, đường bộ cao tốc thuộc trách nhiệm quản lý, bảo trì của Bộ Xây dựng		4	4	7	O	O0X		P	1				0		2026-07
6.006594	Thủ tục giao quản lý tài sản kết cấu hạ tầng công viên, cây xanh do Nhà nước đầu tư, quản lý		17	8	2	DO	DO30D		P	5				0		2026-07
6.006595	Thủ tục xử lý tài sản kết cấu hạ tầng công viên, cây xanh do Nhà nước đầu tư, quản lý		17	8	2	DO	DO45D		P	10				0		2026-07
6.006596	Thủ tục phê duyệt đề án cho thuê quyền khai thác tài sản kết cấu hạ tầng công viên do Nhà nước đầu tư, quản lý		17	8	2	DO	DO45D		P	5				0		2026-07
6.006597	Thủ tục phê duyệt đề án chuyển nhượng có thời hạn quyền khai thác tài sản kết cấu hạ tầng công viên do Nhà nước đầu tư, quản lý		17	8	2	DO	DO60D		P	3				0		2026-07
6.006710	Cho phép trường phổ thông dân tộc nội trú hoạt động giáo dục		117	3	1	DP	DP25W		N	3	25	25		0		2026-07
6.006716	Xét duyệt quyết toán vốn đầu tư công nguồn ngân sách nhà nước theo năm ngân sách (Đối với vốn đầu tư công nguồn ngân sách nhà nước do Ủy ban nhân dân cấp xã quản lý)		118	20	1	OP	OP15D		P	2				0		2026-07
6.006722	Quyết định điều chuyển tài sản công		88	20	1	DOP	DOP20D		P	3				0		2026-07
6.006723	Quyết định xử lý tài sản phục vụ hoạt động của dự án khi kết thúc		88	20	1	DOP	DOP15D		P	4				0		2026-07
6.006724	Quyết định tiêu hủy tài sản công		88	20	1	DOP	DOP20D		P	3				0		2026-07
6.006725	Quyết định thanh lý tài sản công		88	20	1	DOP	DOP20D		P	4				0		2026-07
6.006726	Quyết định xử lý tài sản công trong trường hợp bị mất, bị hủy hoại		88	20	1	DOP	DOP20D		P	3				0		2026-07
"""#
}
